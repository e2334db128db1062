"""What an engine answers is believed only when it is whole."""

import json

import pytest

from cxo_desktop.domain.drawing import Orientation, Point
from cxo_desktop.render.engines import dot_json
from cxo_desktop.render.engines.graph import EngineFailed, Graph, Link, Size

GRAPH = Graph((Size(40, 20), Size(40, 20)), (Link(0, 1),), Orientation.TB)


def answer(**changes):
    whole = {
        "bb": "0,0,40,90",
        "objects": [
            {"_gvid": 0, "name": "n1", "pos": "20,80"},
            {"_gvid": 1, "name": "n2", "pos": "20,10"},
        ],
        "edges": [
            {
                "id": "e1",
                "tail": 0,
                "head": 1,
                "pos": "e,20,20 20,70 20,60 20,50 20,27",
                "lp": "30,45",
            }
        ],
    }
    return json.dumps(whole | changes).encode()


def read(text: bytes):
    return dot_json.read(text, GRAPH, "test")


def test_places_are_read_with_y_downwards() -> None:
    layout = read(answer())
    assert layout.centres == (Point(20, 10), Point(20, 80))
    assert (layout.width, layout.height, layout.engine) == (40, 90, "test")
    (route,) = layout.routes
    assert (route.points[0], route.points[-1], route.tip) == (
        Point(20, 20),
        Point(20, 63),
        Point(20, 70),
    )
    assert route.label == Point(30, 45)


ONE, OTHER = (
    {"_gvid": 0, "name": "n1", "pos": "20,80"},
    {"_gvid": 1, "name": "n2", "pos": "20,10"},
)
LINK = {"id": "e1", "tail": 0, "head": 1, "pos": "e,20,20 20,70 20,60 20,50 20,27"}


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        b"{}",
        b"null",
        answer(bb="0,0,nan,90"),
        answer(objects=[ONE]),
        answer(objects=[ONE, ONE]),
        answer(objects=[ONE, OTHER, OTHER]),
        answer(objects=[ONE, OTHER | {"pos": "20,75"}]),
        answer(objects=[ONE, OTHER | {"pos": "inf,10"}]),
        answer(objects=[ONE, OTHER | {"pos": "900,10"}]),
        answer(objects=[ONE, {"_gvid": 1, "name": "n2"}]),
        answer(edges=[]),
        answer(edges=[LINK, LINK]),
        answer(edges=[LINK | {"tail": 1, "head": 0}]),
        answer(edges=[LINK | {"id": "e2"}]),
        answer(edges=[LINK | {"pos": "20,70 20,60"}]),
        answer(edges=[LINK | {"pos": "20,70 20,60 20,50 20,x"}]),
    ],
)
def test_a_broken_answer_is_refused(text: bytes) -> None:
    with pytest.raises(EngineFailed):
        read(text)


def test_boxes_that_touch_do_not_overlap() -> None:
    sizes = (Size(10, 10), Size(10, 10))
    assert not dot_json.overlapping((Point(5, 5), Point(15, 5)), sizes)
    assert dot_json.overlapping((Point(5, 5), Point(12, 12)), sizes)
    assert not dot_json.overlapping((Point(5, 5), Point(5, 15)), sizes)
