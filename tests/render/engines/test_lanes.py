"""Lanes keep their order, boxes their lanes, and no link runs through a box or a label."""

import random
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.drawing import Point
from cxo_desktop.domain.errors import Cancelled
from cxo_desktop.render.engines import lanes
from cxo_desktop.render.engines.dot_json import overlapping
from cxo_desktop.render.engines.graph import Link, Size
from cxo_desktop.render.engines.lanes import LaneGraph, LaneLayout

BOX = Size(90, 36)
SIZES = st.builds(Size, st.integers(20, 140), st.integers(16, 80))


@st.composite
def any_process(draw: st.DrawFn) -> LaneGraph:
    boxes = draw(st.lists(SIZES, min_size=1, max_size=12))
    count = draw(st.integers(1, 4))
    number = st.integers(0, len(boxes) - 1)
    label = st.none() | st.builds(Size, st.integers(10, 60), st.integers(10, 30))
    return LaneGraph(
        tuple(boxes),
        tuple(draw(st.integers(0, count - 1)) for _ in boxes),
        tuple(draw(st.lists(st.builds(Link, number, number, label), max_size=18))),
        count,
    )


def never() -> bool:
    return False


@given(any_process())
def test_boxes_stand_in_their_lanes_and_links_run_round_them(graph: LaneGraph) -> None:
    layout = lanes.lay_out(graph, never)
    assert list(layout.edges) == sorted(layout.edges)
    assert len(layout.edges) == graph.lanes + 1
    for centre, size, lane in zip(layout.centres, graph.boxes, graph.lane, strict=True):
        assert layout.edges[lane] <= centre.y - size.height / 2
        assert centre.y + size.height / 2 <= layout.edges[lane + 1]
    labels = [
        (route.label, link.label)
        for route, link in zip(layout.routes, graph.links, strict=True)
        if route.label
    ]
    spots = (*layout.centres, *(spot for spot, _ in labels))
    assert not overlapping(spots, (*graph.boxes, *(size for _, size in labels)))
    for route in layout.routes:
        for one, other in pairwise((*route.points[::3], route.tip)):
            for centre, size in zip(layout.centres, graph.boxes, strict=True):
                assert not through(one, other, centre, size)
            for spot, size in labels:
                assert spot == route.label or not through(one, other, spot, size)


def through(one: Point, other: Point, centre: Point, size: Size) -> bool:
    return (
        max(one.x, other.x) > centre.x - size.width / 2 + 0.6
        and min(one.x, other.x) < centre.x + size.width / 2 - 0.6
        and max(one.y, other.y) > centre.y - size.height / 2 + 0.6
        and min(one.y, other.y) < centre.y + size.height / 2 - 0.6
    )


def test_work_flows_to_the_right_and_rework_runs_back() -> None:
    graph = LaneGraph((Size(60, 30),) * 3, (0, 1, 0), (Link(0, 1), Link(1, 2), Link(2, 0)), 2)
    layout = lanes.lay_out(graph, never)
    xs = [centre.x for centre in layout.centres]
    assert xs == sorted(xs)
    assert layout.backward == {2}
    back = layout.routes[2]
    assert back.points[0].x > back.tip.x


def test_an_edit_leaves_the_order_of_the_others_alone() -> None:
    boxes = tuple(Size(80, 30) for _ in range(40))
    lane = tuple(k * 7 % 5 for k in range(40))
    links = [Link(k, k + 1) for k in range(39)] + [Link(k, k + 5) for k in range(0, 34, 3)]
    before = lanes.lay_out(LaneGraph(boxes, lane, tuple(links), 5), never).centres
    after = lanes.lay_out(
        LaneGraph((*boxes, Size(80, 30)), (*lane, 2), (*links, Link(20, 40)), 5), never
    ).centres
    pairs = [(a, b) for a in range(40) for b in range(a)]
    flips = sum(
        (before[a].y - before[b].y) * (after[a].y - after[b].y) < 0 and lane[a] == lane[b]
        for a, b in pairs
    )
    assert flips <= 0.02 * len(pairs)


def test_it_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        lanes.lay_out(LaneGraph((Size(9, 9),), (0,), (), 1), lambda: True)


def edited(number: int) -> tuple[LaneGraph, LaneGraph]:
    """Return a process of 40 steps, and the same with one step or arrow more or less."""
    rolled = random.Random(number)  # noqa: S311 - a graph, not a secret
    lane = [rolled.randrange(5) for _ in range(40)]
    pairs = [(max(0, k - rolled.randint(1, 4)), k) for k in range(1, 40)]
    pairs += [tuple(sorted(rolled.sample(range(40), 2))) for _ in range(13)]
    before = LaneGraph((BOX,) * 40, tuple(lane), tuple(Link(*it) for it in pairs), 5)
    if number % 2:
        less = [it for place, it in enumerate(pairs) if place != rolled.randrange(len(pairs))]
        return before, replace(before, links=tuple(Link(*it) for it in less))
    more = (*before.links, Link(rolled.randrange(40), 40))
    return before, LaneGraph((BOX,) * 41, (*lane, rolled.randrange(5)), more, 5)


def flips(before: LaneLayout, after: LaneLayout) -> float:
    """Return the share of pairs of boxes whose order from top to bottom was turned."""
    ys = [(a.y, b.y) for a, b in zip(before.centres, after.centres, strict=False)]
    pairs = list(combinations(ys, 2))
    return sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for a, b in pairs) / len(pairs)


def test_one_edit_turns_few_pairs_round_even_without_stored_places() -> None:
    shares = [
        flips(*(lanes.lay_out(graph, never) for graph in edited(number))) for number in range(20)
    ]
    assert sum(shares) / len(shares) < 0.02


def test_what_no_eye_can_follow_is_drawn_in_lines_with_a_remark(monkeypatch) -> None:
    monkeypatch.setattr(lanes, "MOST_BENDS", 10)
    layout = lanes.lay_out(edited(0)[0], never)
    assert "straight" in layout.remarks[0]
    assert len(layout.routes) == 52
    for spot, lane in zip(layout.centres, edited(0)[0].lane, strict=True):
        assert layout.edges[lane] <= spot.y <= layout.edges[lane + 1]
