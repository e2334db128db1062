"""Our own router: from side to side, square, round every box, and apart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.drawing import Point
from cxo_desktop.domain.errors import Cancelled
from cxo_desktop.render.engines import around
from cxo_desktop.render.engines.graph import Link, Size

BOX = Size(80, 30)


def through(way, size, spot):
    """Tell whether a way runs through the inside of a box."""
    left, right = spot.x - size.width / 2 + 0.5, spot.x + size.width / 2 - 0.5
    top, low = spot.y - size.height / 2 + 0.5, spot.y + size.height / 2 - 0.5
    return any(
        min(a.x, b.x) < right
        and max(a.x, b.x) > left
        and min(a.y, b.y) < low
        and max(a.y, b.y) > top
        for a, b in pairwise(way)
    )


@given(st.data())
def test_ways_are_square_and_run_round_every_box(data):
    cells = data.draw(
        st.lists(
            st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=9, unique=True
        )
    )
    spots = [Point(x * 130 + 7 * y, y * 70 + 3 * x) for x, y in cells]
    box = st.integers(0, len(spots) - 1)
    links = [Link(a, b) for a, b in data.draw(st.lists(st.tuples(box, box), max_size=8))]
    ways = around.route([BOX] * len(spots), links, spots, lambda: False)
    for link, way in zip(links, ways, strict=True):
        assert all(a.x == b.x or a.y == b.y for a, b in pairwise(way))
        for end, box_ in ((way[0], link.tail), (way[-1], link.head)):
            dx, dy = abs(end.x - spots[box_].x), abs(end.y - spots[box_].y)
            assert dx == pytest.approx(40) or dy == pytest.approx(15)
        others = [spot for number, spot in enumerate(spots) if number not in {link.tail, link.head}]
        assert not any(through(way, BOX, spot) for spot in others)


def test_two_ways_between_the_same_boxes_do_not_lie_on_each_other():
    spots = [Point(0, 0), Point(300, 120)]
    one, other = around.route([BOX] * 2, [Link(0, 1), Link(0, 1)], spots, lambda: False)
    assert one[1:-1] != other[1:-1]


def test_it_stops_when_asked_to():
    with pytest.raises(Cancelled):
        around.route([BOX] * 2, [Link(0, 1)], [Point(0, 0), Point(200, 0)], lambda: True)


def test_a_longer_way_is_taken_rather_than_a_crossing():
    """Steps over three lanes with shortcuts, as processes are: one crossing is enough."""
    lane = [0, 0, 0, 1, 1, 1, 2, 2, 2, 0, 0, 0, 1, 1, 1]
    spots = [Point(130 * k, 70 * row) for k, row in enumerate(lane)]
    links = [Link(k, k + 1) for k in range(14)] + [Link(k, k + 2) for k in range(0, 13, 5)]
    links += [Link(9, 6), Link(12, 8)]
    ways = around.route([BOX] * len(spots), links, spots, lambda: False)
    assert crossings(ways) <= 1


def crossings(ways):
    pieces = [(n, one, other) for n, way in enumerate(ways) for one, other in pairwise(way)]
    level = [(n, a, b) for n, a, b in pieces if a.y == b.y]
    upright = [(n, a, b) for n, a, b in pieces if a.x == b.x]
    return sum(
        n != m and min(a.x, b.x) < c.x < max(a.x, b.x) and min(c.y, d.y) < a.y < max(c.y, d.y)
        for n, a, b in level
        for m, c, d in upright
    )
