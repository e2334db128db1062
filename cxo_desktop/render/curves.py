"""Chains of cubic curves: the one form in which lines, arcs and outlines reach a painter."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cxo_desktop.domain.drawing import Point

Curve = tuple[Point, ...]
_ROUND = 0.5523
_GAP = re.compile(r"[\s,]*")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
_FLAG = re.compile("[01]")
_FLAGS = (3, 4)
_TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "a": 7, "z": 0}


def straight(corners: Sequence[Point]) -> Curve:
    """Return straight lines from corner to corner as cubic curves."""
    chain = [corners[0]]
    for start, end in pairwise(corners):
        chain += (start, end, end)
    return tuple(chain)


def rounded(corners: Sequence[Point], radius: float) -> Curve:
    """Return lines from corner to corner whose bends are rounded by at most ``radius``."""
    chain = [corners[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        reach = min(
            radius, math.dist(_xy(before), _xy(corner)) / 2, math.dist(_xy(corner), _xy(after)) / 2
        )
        start, end = towards(corner, before, reach), towards(corner, after, reach)
        chain += (chain[-1], start, start)
        chain += (_between(start, corner, _ROUND), _between(end, corner, _ROUND), end)
    chain += (chain[-1], corners[-1], corners[-1])
    return tuple(chain)


def _xy(point: Point) -> tuple[float, float]:
    return (point.x, point.y)


def towards(start: Point, end: Point, reach: float) -> Point:
    """Return the point that lies ``reach`` from ``start`` on the way to ``end``."""
    whole = math.dist(_xy(start), _xy(end))
    return _between(start, end, reach / whole) if whole else start


def _between(start: Point, end: Point, share: float) -> Point:
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def ellipse(x: float, y: float, across: float, up: float) -> Curve:
    """Return an ellipse round (x, y) with two radii."""
    kx, ky = across * _ROUND, up * _ROUND
    right, low = Point(x + across, y), Point(x, y + up)
    left, high = Point(x - across, y), Point(x, y - up)
    return (
        *(right, Point(x + across, y + ky), Point(x + kx, y + up), low),
        *(Point(x - kx, y + up), Point(x - across, y + ky), left),
        *(Point(x - across, y - ky), Point(x - kx, y - up), high),
        *(Point(x + kx, y - up), Point(x + across, y - ky), right),
    )


def rectangle(x: float, y: float, width: float, height: float, radius: float) -> Curve:
    """Return a rectangle with round corners."""
    right, low = x + width, y + height
    start = Point(x + width / 2, y)
    corners = [start, Point(right, y), Point(right, low), Point(x, low), Point(x, y), start]
    return rounded(corners, radius) if radius else straight(corners)


def from_path(data: str) -> Iterator[Curve]:
    """Yield the strokes of SVG path data (all commands but t)."""
    pen = _Pen()
    for command, numbers in _commands(data):
        if command in "Mm":
            yield from pen.lift()
        pen.draw(command, numbers)
    yield from pen.lift()


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers; repeated groups become commands of their own."""
    command, numbers, at = "", list[float](), 0
    while found := _GAP.match(data, at):
        at = found.end()
        if at == len(data):
            return
        if data[at].isalpha():
            command, at = data[at], at + 1
        else:
            flag = command in "Aa" and len(numbers) in _FLAGS
            word = (_FLAG if flag else _NUMBER).match(data, at)
            if word is None:
                raise ValueError("not path data")
            numbers.append(float(word[0]))
            at = word.end()
        if len(numbers) == _TAKES[command.lower()]:
            yield command, numbers
            numbers = []
            command = {"M": "L", "m": "l"}.get(command, command)


class _Pen:
    """Draws path commands into a chain of curves."""

    def __init__(self) -> None:
        self.chain: list[Point] = []
        self.at = Point(0, 0)
        self.control = Point(0, 0)

    def lift(self) -> Iterator[Curve]:
        """Yield what was drawn since the last move, if anything."""
        if len(self.chain) > 1:
            yield tuple(self.chain)
        self.chain = []

    def draw(self, command: str, numbers: list[float]) -> None:
        """Carry out one command."""
        kind = command.lower()
        base = self.at if command.islower() else Point(0, 0)
        if kind == "m":
            self.at = Point(base.x + numbers[0], base.y + numbers[1])
            self.chain = [self.at]
        elif kind == "z":
            self._line(self.chain[0])
        elif kind == "h":
            self._line(Point(base.x + numbers[0], self.at.y))
        elif kind == "v":
            self._line(Point(self.at.x, base.y + numbers[0]))
        elif kind == "a":
            self._arc(numbers, base)
        else:
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            self._bend(kind, [Point(base.x + x, base.y + y) for x, y in pairs])

    def _line(self, end: Point) -> None:
        self._curve(self.at, end, end)

    def _curve(self, first: Point, second: Point, end: Point) -> None:
        self.chain += (first, second, end)
        self.at, self.control = end, second

    def _bend(self, kind: str, points: list[Point]) -> None:
        if kind == "l":
            self._line(points[0])
        elif kind == "c":
            self._curve(*points)
        elif kind == "s":
            mirror = Point(2 * self.at.x - self.control.x, 2 * self.at.y - self.control.y)
            self._curve(mirror, *points)
        else:
            control, end = points
            self._curve(_between(self.at, control, 2 / 3), _between(end, control, 2 / 3), end)

    def _arc(self, numbers: list[float], base: Point) -> None:
        """Draw an elliptic arc; its axes are never turned in our icons."""
        end = Point(base.x + numbers[5], base.y + numbers[6])
        arc = _Arc(self.at, end, abs(numbers[0]), abs(numbers[1]))
        for points in arc.pieces(large=bool(numbers[3]), sweep=bool(numbers[4])):
            self._curve(*points)
        self.chain[-1] = self.at = end


class _Arc(NamedTuple):
    """An elliptic arc between two points, by the formulas of the SVG specification (F.6)."""

    start: Point
    end: Point
    across: float
    up: float

    def pieces(self, *, large: bool, sweep: bool) -> Iterator[tuple[Point, Point, Point]]:
        """Yield cubic curves of at most a quarter turn; a flat arc is a line."""
        half_x = (self.start.x - self.end.x) / 2
        half_y = (self.start.y - self.end.y) / 2
        if not (self.across and self.up and (half_x or half_y)):
            yield self.start, self.end, self.end
            return
        grow = max(1.0, math.hypot(half_x / self.across, half_y / self.up))
        wide, high = self.across * grow, self.up * grow
        x, y = half_x / wide, half_y / high
        square = x * x + y * y
        away = math.sqrt(max(0.0, 1 - square) / square) * (1 if large != sweep else -1)
        turn = _Turn(
            (self.start.x + self.end.x) / 2 + away * y * wide,
            (self.start.y + self.end.y) / 2 - away * x * high,
            wide,
            high,
        )
        first = math.atan2(y + away * x, x - away * y)
        yield from turn.curves(first, math.atan2(-y + away * x, -x - away * y) - first, sweep=sweep)


class _Turn(NamedTuple):
    """An ellipse round (x, y) on which an arc runs."""

    x: float
    y: float
    across: float
    up: float

    def curves(
        self, first: float, angle: float, *, sweep: bool
    ) -> Iterator[tuple[Point, Point, Point]]:
        """Yield the pieces from the angle ``first`` on, with the hands of a clock if ``sweep``."""
        angle %= math.tau
        if not sweep:
            angle -= math.tau
        count = max(1, math.ceil(abs(angle) / (math.pi / 2) - 1e-9))
        step = angle / count
        reach = 4 / 3 * math.tan(step / 4)
        for index in range(count):
            begin = first + index * step
            end = begin + step
            yield (
                self._spot(
                    math.cos(begin) - reach * math.sin(begin),
                    math.sin(begin) + reach * math.cos(begin),
                ),
                self._spot(
                    math.cos(end) + reach * math.sin(end), math.sin(end) - reach * math.cos(end)
                ),
                self._spot(math.cos(end), math.sin(end)),
            )

    def _spot(self, x: float, y: float) -> Point:
        return Point(self.x + x * self.across, self.y + y * self.up)
