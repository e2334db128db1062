"""On kept places nothing moves; what is new finds room beside its neighbours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.drawing import Orientation, Point
from cxo_desktop.render.engines import kept
from cxo_desktop.render.engines.graph import Link, Size

BOX = Size(80, 30)
NEVER = bool


@given(st.data())
def test_known_places_stay_and_new_ones_are_free(data):
    cells = data.draw(
        st.lists(
            st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=12, unique=True
        )
    )
    known = [Point(x * 120, y * 60) for x, y in cells] + [None] * data.draw(st.integers(1, 5))
    box = st.integers(0, len(known) - 1)
    links = [Link(a, b) for a, b in data.draw(st.lists(st.tuples(box, box), max_size=12))]
    for orientation in Orientation:
        spots = kept.fill([BOX] * len(known), known, links, orientation)
        assert spots[: len(cells)] == known[: len(cells)]
        assert kept.apart([BOX] * len(known), spots)


def test_a_new_box_stands_between_those_it_joins():
    known = [Point(0, 0), None, Point(400, 0)]
    spots = kept.fill([BOX] * 3, known, [Link(0, 1), Link(1, 2)], Orientation.LR)
    assert spots[1] == Point(200, 0)


@pytest.mark.parametrize("sandbox", [True, False])
def test_ways_reach_from_box_to_box_and_labels_cover_none(sandbox):
    spots = [Point(0, 0), Point(220, 0), Point(220, 120)]
    links = [Link(0, 1, Size(40, 10)), Link(0, 2), Link(2, 2)]
    found = kept.route([BOX] * 3, links, spots, NEVER, sandbox=sandbox)
    assert ("Graphviz" in found.engine) is sandbox
    for link, route in zip(links, found.routes, strict=True):
        assert abs(route.tip.x - spots[link.head].x) <= 41
        assert abs(route.tip.y - spots[link.head].y) <= 16
    assert 40 < found.routes[0].label.x < 180


def test_boxes_on_each_other_are_routed_all_the_same():
    found = kept.route([BOX] * 2, [Link(0, 1)], [Point(0, 0), Point(10, 5)], NEVER)
    assert found.engine == "CxO Desktop"
    assert len(found.routes) == 1
