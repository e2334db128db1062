"""Our own layout places any graph, routes round boxes, and ends even when it is too much."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.drawing import Orientation, Point
from cxo_desktop.domain.errors import Cancelled
from cxo_desktop.render.engines import own
from cxo_desktop.render.engines.dot_json import overlapping
from cxo_desktop.render.engines.graph import Graph, Link, Size


def never() -> bool:
    return False


@given(data=st.data())
def test_boxes_and_labels_stand_apart_and_no_link_crosses_a_box(graphs, data) -> None:
    graph = data.draw(graphs)
    layout = own.lay_out(graph, never)
    assert layout.remarks == ()
    labels = [
        (route.label, link.label)
        for route, link in zip(layout.routes, graph.links, strict=True)
        if route.label
    ]
    spots = (*layout.centres, *(spot for spot, _ in labels))
    assert not overlapping(spots, (*graph.boxes, *(size for _, size in labels)))
    loops = sum(link.tail == link.head and link.label is not None for link in graph.links)
    assert len(labels) == sum(link.label is not None for link in graph.links) - loops
    for route in layout.routes:
        assert len(route.points) % 3 == 1
        for one, other in pairwise(route.points[::3]):
            for centre, size in zip(layout.centres, graph.boxes, strict=True):
                assert not through(one, other, centre, size)


def through(one: Point, other: Point, centre: Point, size: Size) -> bool:
    return (
        max(one.x, other.x) > centre.x - size.width / 2 + 0.5
        and min(one.x, other.x) < centre.x + size.width / 2 - 0.5
        and max(one.y, other.y) > centre.y - size.height / 2 + 0.5
        and min(one.y, other.y) < centre.y + size.height / 2 - 0.5
    )


@given(data=st.data())
def test_links_end_on_the_rim_of_their_boxes(graphs, data) -> None:
    graph = data.draw(graphs)
    layout = own.lay_out(graph, never)
    for link, route in zip(graph.links, layout.routes, strict=True):
        for spot, box in ((route.points[0], link.tail), (route.tip, link.head)):
            size, centre = graph.boxes[box], layout.centres[box]
            across = abs(spot.x - centre.x) - size.width / 2
            down = abs(spot.y - centre.y) - size.height / 2
            assert max(across, down) == pytest.approx(0, abs=0.01)


def test_it_flows_down_the_page_or_across_it() -> None:
    boxes, links = (Size(40, 20),) * 3, (Link(0, 1), Link(1, 2))
    down = own.lay_out(Graph(boxes, links, Orientation.TB), never).centres
    across = own.lay_out(Graph(boxes, links, Orientation.LR), never).centres
    assert down[0].y < down[1].y < down[2].y
    assert down[0].x == down[1].x == down[2].x
    assert across[0].x < across[1].x < across[2].x


def test_links_between_the_same_two_boxes_stay_apart() -> None:
    graph = Graph((Size(80, 20),) * 2, (Link(0, 1), Link(0, 1), Link(1, 0)), Orientation.TB)
    routes = own.lay_out(graph, never).routes
    assert not any(
        {p.x for p in one.points} & {p.x for p in other.points}
        for one, other in combinations(routes, 2)
    )


def test_too_much_is_drawn_straight_and_says_so(runaway) -> None:
    layout = own.lay_out(runaway, never)
    assert layout.remarks
    assert not overlapping(layout.centres, runaway.boxes)
    assert len(layout.routes) == 1500
    assert all(len(route.points) <= 16 for route in layout.routes)


def test_it_can_be_cancelled(runaway) -> None:
    with pytest.raises(Cancelled):
        own.lay_out(runaway, lambda: True)


def test_nothing_gives_nothing() -> None:
    assert own.lay_out(Graph((), (), Orientation.TB), never).centres == ()
