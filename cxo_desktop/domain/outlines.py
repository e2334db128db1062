"""The outline of each shape as curves, so that screen, SVG and PDF draw the same box."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from cxo_desktop.domain.drawing import Box, Point, Shape

Curve = tuple[Point, ...]
# How far the control points of a quarter circle stand from its ends, as a share of the radius.
_ROUND = 0.5523
_CORNER = 6.0
_FOLD = 9.0
_LID = 5.0


class _Frame(NamedTuple):
    """The four sides of a box."""

    left: float
    top: float
    right: float
    bottom: float


def outline(box: Box) -> tuple[Curve, ...]:
    """Return the closed outline of a box and then its inner strokes, each 1 + 3n cubic points."""
    draw = {
        Shape.PILL: _pill,
        Shape.BOX: _rounded,
        Shape.PAPER: _paper,
        Shape.CYLINDER: _cylinder,
        Shape.SPEECH: _speech,
        Shape.DIAMOND: _diamond,
    }[box.shape]
    return draw(_Frame(box.x, box.y, box.x + box.width, box.y + box.height))


def _pill(frame: _Frame) -> tuple[Curve, ...]:
    return (_rectangle(frame, frame.bottom - frame.top),)


def _rounded(frame: _Frame) -> tuple[Curve, ...]:
    return (_rectangle(frame, _CORNER),)


def _paper(frame: _Frame) -> tuple[Curve, ...]:
    """Draw a sheet whose top right corner is folded."""
    left, top, right, bottom = frame
    edge = Point(right - _FOLD, top)
    side = Point(right, top + _FOLD)
    corners = [edge, side, Point(right, bottom), Point(left, bottom), Point(left, top), edge]
    inner = Point(right - _FOLD, top + _FOLD)
    return (_straight(*corners), _straight(edge, inner, side))


def _cylinder(frame: _Frame) -> tuple[Curve, ...]:
    """Draw a drum: the classic sign of a database."""
    left, top, right, bottom = frame
    middle, half = (left + right) / 2, (right - left) / 2
    near, reach = _LID * _ROUND, half * _ROUND
    lid = top + _LID
    base = bottom - _LID
    body = (
        Point(left, lid),
        *_quarter(Point(left, lid - near), Point(middle - reach, top), Point(middle, top)),
        *_quarter(Point(middle + reach, top), Point(right, lid - near), Point(right, lid)),
        *_line(Point(right, lid), Point(right, base)),
        *_quarter(Point(right, base + near), Point(middle + reach, bottom), Point(middle, bottom)),
        *_quarter(Point(middle - reach, bottom), Point(left, base + near), Point(left, base)),
        *_line(Point(left, base), Point(left, lid)),
    )
    rim = (
        Point(left, lid),
        *_quarter(
            Point(left, lid + near),
            Point(middle - reach, lid + _LID),
            Point(middle, lid + _LID),
        ),
        *_quarter(
            Point(middle + reach, lid + _LID),
            Point(right, lid + near),
            Point(right, lid),
        ),
    )
    return (body, rim)


def _speech(frame: _Frame) -> tuple[Curve, ...]:
    """Draw a speech bubble: round but for the corner that points to who speaks."""
    return (_rectangle(frame, 2 * _CORNER, pointed=True),)


def _diamond(frame: _Frame) -> tuple[Curve, ...]:
    left, top, right, bottom = frame
    middle, centre = (left + right) / 2, (top + bottom) / 2
    north, east = Point(middle, top), Point(right, centre)
    south, west = Point(middle, bottom), Point(left, centre)
    return (_straight(north, east, south, west, north),)


def _rectangle(frame: _Frame, radius: float, *, pointed: bool = False) -> Curve:
    """Draw a rectangle with round corners; the lower left one is sharp if ``pointed``."""
    left, top, right, bottom = frame
    radius = min(radius, (bottom - top) / 2, (right - left) / 2)
    gap = radius * (1 - _ROUND)
    last, last_gap = (0.0, 0.0) if pointed else (radius, gap)
    start = Point(left + radius, top)
    return (
        start,
        *_line(start, Point(right - radius, top)),
        *_quarter(Point(right - gap, top), Point(right, top + gap), Point(right, top + radius)),
        *_line(Point(right, top + radius), Point(right, bottom - radius)),
        *_quarter(
            Point(right, bottom - gap), Point(right - gap, bottom), Point(right - radius, bottom)
        ),
        *_line(Point(right - radius, bottom), Point(left + last, bottom)),
        *_quarter(
            Point(left + last_gap, bottom),
            Point(left, bottom - last_gap),
            Point(left, bottom - last),
        ),
        *_line(Point(left, bottom - last), Point(left, top + radius)),
        *_quarter(Point(left, top + gap), Point(left + gap, top), start),
    )


def _quarter(first: Point, second: Point, end: Point) -> Curve:
    return (first, second, end)


def _line(start: Point, end: Point) -> Curve:
    return (start, end, end)


def _straight(*corners: Point) -> Curve:
    curve = [corners[0]]
    for start, end in pairwise(corners):
        curve += _line(start, end)
    return tuple(curve)
