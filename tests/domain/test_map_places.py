"""Stored places of boxes are found by map and box."""

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.drawing import Point
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.map_places import MapPlace, places_of


def dossier(*rows):
    return Dossier(engagement=Engagement(code="E"), records={MapPlace: rows})


def test_places_are_those_of_one_map_and_the_newest_of_each_box():
    rows = dossier(
        MapPlace(id="2", map="PM1", node="s1", x=5, y=6, pinned=True),
        MapPlace(id="1", map="PM1", node="s1", x=1, y=2),
        MapPlace(id="3", map="chain", node="s1", x=9, y=9),
    )
    found = places_of(rows, "PM1")
    assert {node: place.spot for node, place in found.items()} == {"s1": Point(5, 6)}
    assert found["s1"].pinned
    assert not places_of(rows, "chain")["s1"].pinned


def test_half_a_place_is_none():
    assert places_of(dossier(MapPlace(id="1", map="chain", node="D1", x=3)), "chain") == {}
