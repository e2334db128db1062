"""Our own router between boxes that stand anywhere: square, round boxes, apart, few crossings.

Lines run on the grid of the sides and middles of all boxes, by the A* search of Hart, Nilsson and
Raphael (1968); every line makes what it used dear for those that follow.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from cxo_desktop.domain import errors
from cxo_desktop.domain.drawing import Point
from cxo_desktop.render.engines.graph import Cancelled, Link, Size

_CLEAR = 9.0
_TURN = 24.0
_CROSS = 120.0  # a longer way round is easier to read than a crossing
_SHARED = 300.0
_LOOP = 16.0
_WAYS = ((1, 0), (0, 1), (-1, 0), (0, -1))
Cell = tuple[int, int]


class State(NamedTuple):
    """A place on the grid and the way in which it was reached: 0 right, 1 down, 2 left, 3 up."""

    x: int
    y: int
    way: int


@dataclass(slots=True)
class _Grid:
    """Grid lines, what no line may cross, and what earlier lines used by direction."""

    xs: list[float]
    ys: list[float]
    blocked: set[Cell] = field(default_factory=set)
    level: set[Cell] = field(default_factory=set)
    upright: set[Cell] = field(default_factory=set)

    def price(self, cell: Cell, *, level: bool) -> float:
        """Return what running through a used place costs more."""
        along, across = (self.level, self.upright) if level else (self.upright, self.level)
        return (_SHARED if cell in along else 0.0) + (_CROSS if cell in across else 0.0)


def route(
    sizes: Sequence[Size], links: Sequence[Link], centres: Sequence[Point], cancelled: Cancelled
) -> list[list[Point]]:
    """Return the corners of every link from the side of its tail to the side of its head.

    The same boxes and links give the same ways. Raises domain.errors.Cancelled.
    """
    grid = _grid(sizes, centres)
    ways: list[list[Point]] = []
    for link in links:
        if cancelled():
            raise errors.Cancelled
        if link.tail == link.head:
            ways.append(_loop(sizes[link.tail], centres[link.tail]))
            continue
        cells = _search(grid, _ends(grid, sizes, centres, link))
        _use(grid, cells)
        spots = [Point(grid.xs[x], grid.ys[y]) for x, y in cells]
        ways.append(_between_sides(spots, link, sizes))
    return ways


def _grid(sizes: Sequence[Size], centres: Sequence[Point]) -> _Grid:
    xs, ys = set[float](), set[float]()
    for size, spot in zip(sizes, centres, strict=True):
        wide, high = size.width / 2, size.height / 2
        xs |= {spot.x - wide - _CLEAR, spot.x, spot.x + wide + _CLEAR}
        ys |= {spot.y - high - _CLEAR, spot.y, spot.y + high + _CLEAR}
    grid = _Grid(sorted(xs), sorted(ys))
    for size, spot in zip(sizes, centres, strict=True):
        grid.blocked |= set(_inside(grid, size, spot))
    return grid


def _inside(grid: _Grid, size: Size, spot: Point) -> Iterator[Cell]:
    wide, high = size.width / 2 + 1, size.height / 2 + 1
    first, last = bisect_left(grid.xs, spot.x - wide), bisect_right(grid.xs, spot.x + wide)
    top, low = bisect_left(grid.ys, spot.y - high), bisect_right(grid.ys, spot.y + high)
    for x in range(first, last):
        for y in range(top, low):
            yield (x, y)


class _Ends(NamedTuple):
    """Where a line may start and end: the middles of its boxes, which it may run inside of."""

    start: Cell
    goal: Cell
    free: frozenset[Cell]


def _ends(grid: _Grid, sizes: Sequence[Size], centres: Sequence[Point], link: Link) -> _Ends:
    cells = [
        (bisect_left(grid.xs, centres[box].x), bisect_left(grid.ys, centres[box].y))
        for box in (link.tail, link.head)
    ]
    free: set[Cell] = set()
    for box in (link.tail, link.head):
        middle = centres[box]
        free |= {
            (x, y)
            for x, y in _inside(grid, sizes[box], middle)
            if grid.xs[x] == middle.x or grid.ys[y] == middle.y
        }
    return _Ends(cells[0], cells[1], frozenset(free))


def _search(grid: _Grid, ends: _Ends) -> list[Cell]:
    """Return the cheapest cells from start to goal; straight if the boxes are walled in."""
    goal = Point(grid.xs[ends.goal[0]], grid.ys[ends.goal[1]])
    best: dict[State, float] = {}
    before: dict[State, State] = {}
    heap: list[tuple[float, State]] = []
    for way in range(4):
        best[State(*ends.start, way)] = 0.0
        heapq.heappush(heap, (0.0, State(*ends.start, way)))
    while heap:
        _guess, state = heapq.heappop(heap)
        if (state.x, state.y) == ends.goal:
            return _traced(before, state)
        for price, following in _steps(grid, ends, state):
            whole = best[state] + price
            if whole < best.get(following, float("inf")):
                best[following] = whole
                before[following] = state
                rest = abs(grid.xs[following.x] - goal.x) + abs(grid.ys[following.y] - goal.y)
                heapq.heappush(heap, (whole + rest, following))
    return [ends.start, (ends.goal[0], ends.start[1]), ends.goal]


def _steps(grid: _Grid, ends: _Ends, state: State) -> Iterator[tuple[float, State]]:
    for way, (dx, dy) in enumerate(_WAYS):
        x, y = state.x + dx, state.y + dy
        if (way - state.way) % 4 == 2 or not (0 <= x < len(grid.xs) and 0 <= y < len(grid.ys)):  # noqa: PLR2004 - the opposite of four ways
            continue
        if (x, y) in grid.blocked and (x, y) not in ends.free:
            continue
        price = abs(grid.xs[x] - grid.xs[state.x]) + abs(grid.ys[y] - grid.ys[state.y])
        price += _TURN if way != state.way else 0.0
        price += grid.price((x, y), level=dx != 0)
        yield price, State(x, y, way)


def _traced(before: dict[State, State], state: State) -> list[Cell]:
    cells = [(state.x, state.y)]
    while state in before:
        state = before[state]
        cells.append((state.x, state.y))
    return cells[::-1]


def _use(grid: _Grid, cells: Sequence[Cell]) -> None:
    for one, other in pairwise(cells):
        (grid.level if one[1] == other[1] else grid.upright).update((one, other))


def _between_sides(spots: Sequence[Point], link: Link, sizes: Sequence[Size]) -> list[Point]:
    """Cut the ends off that lie inside the two boxes, and keep only the corners."""
    corners = _corners(spots)
    corners[0] = _leaving(corners[0], corners[1], sizes[link.tail])
    corners[-1] = _leaving(corners[-1], corners[-2], sizes[link.head])
    return corners


def _corners(spots: Sequence[Point]) -> list[Point]:
    kept = [spots[0]]
    for before, spot, after in zip(spots, spots[1:], spots[2:], strict=False):
        if not (before.x == spot.x == after.x or before.y == spot.y == after.y):
            kept.append(spot)
    return [*kept, spots[-1]]


def _leaving(middle: Point, onward: Point, size: Size) -> Point:
    dx, dy = onward.x - middle.x, onward.y - middle.y
    if abs(dx) >= abs(dy):
        return Point(middle.x + (size.width / 2 if dx > 0 else -size.width / 2), middle.y)
    return Point(middle.x, middle.y + (size.height / 2 if dy > 0 else -size.height / 2))


def _loop(size: Size, spot: Point) -> list[Point]:
    right, quarter = spot.x + size.width / 2, size.height / 4
    return [
        Point(right, spot.y - quarter),
        Point(right + _LOOP, spot.y - quarter),
        Point(right + _LOOP, spot.y + quarter),
        Point(right, spot.y + quarter),
    ]
