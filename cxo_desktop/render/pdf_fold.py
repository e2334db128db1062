"""Fold a map that is too long for a page: bands below each other, joined by letters at the cuts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from cxo_desktop.domain.drawing import Arrow, Badge, Drawing, Ink, LaneBand, Line, Point, Weight
from cxo_desktop.render import fonts, measure, shifting
from cxo_desktop.render.palette import Palette
from cxo_desktop.render.pdf_brush import Brush, paint

_SEARCH = 4.0
_CLEAR = 5.0
_LEAST_SHARE = 0.45
_BAND_GAP = 16.0
_ROUND = 11.0
_LETTER = 7.5
_HEAD = 86.0
_UNUSED = 12.0
_PIECES = 4
_LETTERS = 26


class Band(NamedTuple):
    """A part of the map along its longer side, from ``start`` to ``end`` in its own points."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Cut:
    """Where an arrow is cut: its letter, how far across, and the cut's place along."""

    letter: str
    along: float
    across: float


@dataclass(frozen=True, slots=True)
class Plan:
    """How a map comes onto pages: its scale, which way it is folded, what stands on each page.

    ``fits`` tells whether its broad side has room on the page.
    """

    scale: float
    level: bool
    pages: tuple[tuple[Band, ...], ...]
    cuts: tuple[Cut, ...] = ()
    head: float = 0.0
    fits: bool = True


def plan(drawing: Drawing, room: tuple[float, float], largest: float, smallest: float) -> Plan:
    """Return the plan for pages that leave ``room`` (width, height) in points.

    The map is as large as fits, at most ``largest`` times; words never get under ``smallest``
    points: rather the map is folded.
    """
    legible = smallest / shifting.smallest_text(drawing, smallest)
    whole = min(room[0] / drawing.width, room[1] / drawing.height, largest)
    if whole >= legible:
        return Plan(whole, drawing.width >= drawing.height, ((Band(0, _long(drawing)),),))
    level = drawing.width / room[0] >= drawing.height / room[1]
    across = room[1] / drawing.height if level else room[0] / drawing.width
    scale = max(legible, min(across, legible * 1.03))
    head = _HEAD if level and drawing.lanes else 0.0
    profile = _profile(drawing, level=level)
    bands = tuple(_bands(profile, (room[0] if level else room[1]) / scale, head))
    cuts = tuple(_cuts(profile, bands))
    pages = tuple(_pages(drawing, bands, room, scale, level=level))
    return Plan(scale, level, pages, cuts, head, fits=across >= legible)


def _long(drawing: Drawing) -> float:
    return max(drawing.width, drawing.height)


@dataclass(frozen=True, slots=True)
class _Profile:
    """A map seen along its longer side: its length, and where boxes, labels and arrows lie."""

    length: float
    boxes: tuple[Band, ...]
    labels: tuple[Band, ...]
    ways: tuple[tuple[tuple[float, float], ...], ...]


def _profile(drawing: Drawing, *, level: bool) -> _Profile:
    return _Profile(
        drawing.width if level else drawing.height,
        tuple(_extent(box.x, box.y, box.width, box.height, level=level) for box in drawing.boxes),
        tuple(
            _extent(*arrow.label_box, level=level)
            for arrow in drawing.arrows
            if arrow.label_box is not None
        ),
        tuple(
            tuple((at.x, at.y) if level else (at.y, at.x) for at in _samples(arrow))
            for arrow in drawing.arrows
        ),
    )


def _extent(x: float, y: float, width: float, height: float, *, level: bool) -> Band:
    return Band(x, x + width) if level else Band(y, y + height)


def _bands(profile: _Profile, reach: float, head: float) -> Iterator[Band]:
    """Yield bands that are at most ``reach`` long, cut where they hurt least."""
    start = 0.0
    while profile.length - start > reach - (head if start else 0.0):
        room = reach - (head if start else 0.0)
        end = _best_cut(profile, start + room * _LEAST_SHARE, start + room)
        yield Band(start, end)
        start = end
    yield Band(start, profile.length)


def _best_cut(profile: _Profile, low: float, high: float) -> float:
    """Return the cut that touches the fewest boxes, labels and arrows; late ones first."""
    best, least = high, float("inf")
    spot = high
    while spot > low:
        hurt = _hurt(profile, spot) + _UNUSED * (high - spot) / (high - low)
        if hurt < least:
            best, least = spot, hurt
        spot -= _SEARCH
    return best


def _hurt(profile: _Profile, spot: float) -> float:
    boxes = sum(band.start - _CLEAR < spot < band.end + _CLEAR for band in profile.boxes)
    labels = sum(band.start - _CLEAR < spot < band.end + _CLEAR for band in profile.labels)
    return 1000 * boxes + 50 * labels + len(_crossing(profile, spot))


def _crossing(profile: _Profile, spot: float) -> list[float]:
    """Return how far across each arrow is where a cut crosses it."""
    return [
        across + (beyond - across) * (spot - a) / (b - a)
        for way in profile.ways
        for (a, across), (b, beyond) in pairwise(way)
        if (a < spot) != (b < spot)
    ]


def _samples(arrow: Arrow) -> Iterator[Point]:
    """Yield points along an arrow, close enough to be joined by lines."""
    yield arrow.points[0]
    for at in range(0, len(arrow.points) - 3, 3):
        a, b, c, d = arrow.points[at : at + 4]
        for piece in range(1, _PIECES + 1):
            t = piece / _PIECES
            s = 1 - t
            k = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
            yield Point(
                k[0] * a.x + k[1] * b.x + k[2] * c.x + k[3] * d.x,
                k[0] * a.y + k[1] * b.y + k[2] * c.y + k[3] * d.y,
            )
    yield arrow.tip


def _cuts(profile: _Profile, bands: Sequence[Band]) -> Iterator[Cut]:
    number = 0
    for band in bands[:-1]:
        for across in _crossing(profile, band.end):
            yield Cut(_letters(number), band.end, across)
            number += 1


def _letters(number: int) -> str:
    """Return A to Z, then AA, AB and on."""
    more, last = divmod(number, _LETTERS)
    return (_letters(more - 1) if more else "") + chr(ord("A") + last)


def _pages(
    drawing: Drawing, bands: Sequence[Band], room: tuple[float, float], scale: float, *, level: bool
) -> Iterator[tuple[Band, ...]]:
    deep = (drawing.height if level else drawing.width) * scale + _BAND_GAP
    most = max(1, int((room[1 if level else 0] + _BAND_GAP) / deep))
    for first in range(0, len(bands), most):
        yield tuple(bands[first : first + most])


def paint_bands(  # noqa: PLR0913, PLR0917 - a map, its plan, a page
    canvas: Canvas,
    drawing: Drawing,
    folded: Plan,
    bands: Sequence[Band],
    corner: tuple[float, float],
    palette: Palette,
) -> None:
    """Paint the bands of one page below (or beside) each other from its upper left corner."""
    deep = (drawing.height if folded.level else drawing.width) * folded.scale + _BAND_GAP
    for number, band in enumerate(bands):
        left, top = corner
        if folded.level:
            top -= number * deep
        else:
            left += number * deep
        _band(canvas, drawing, folded, band, (left, top), palette)


def _band(  # noqa: PLR0913, PLR0917 - a map, its plan, a place
    canvas: Canvas,
    drawing: Drawing,
    folded: Plan,
    band: Band,
    corner: tuple[float, float],
    palette: Palette,
) -> None:
    head = folded.head if band.start else 0.0
    along = band.end - band.start
    width, height = (along, drawing.height) if folded.level else (drawing.width, along)
    canvas.saveState()
    canvas.translate(corner[0], corner[1] - height * folded.scale)
    canvas.scale(folded.scale, folded.scale)
    brush = Brush(canvas, height, palette)
    if head:
        for lane in drawing.lanes:
            brush.lane(_head_of(lane, head))
    canvas.saveState()
    frame = canvas.beginPath()
    frame.rect(head, 0, width, height)
    canvas.clipPath(frame, stroke=0, fill=0)
    if folded.level:
        paint(canvas, drawing, head - band.start, 0, 1, palette)
    else:
        paint(canvas, drawing, 0, height - drawing.height + band.start, 1, palette)
    canvas.restoreState()
    for cut in folded.cuts:
        if cut.along in {band.start, band.end}:
            brush.badge(_connector(folded, band, cut, head))
    canvas.restoreState()


def _head_of(lane: LaneBand, width: float) -> LaneBand:
    text = measure.shorten(lane.line.text, lane.line.size, width - 24, lane.line.weight)
    size = measure.width(text, lane.line.size, lane.line.weight)
    line = Line(text, lane.x + 6, lane.line.y, size, lane.line.size, lane.line.weight, Ink.TEXT2)
    return LaneBand(lane.name, lane.x, lane.y, width - lane.x, lane.height, line)


def _connector(folded: Plan, band: Band, cut: Cut, head: float) -> Badge:
    """Return the round mark with the letter of a cut at the edge of a band."""
    width = measure.width(cut.letter, _LETTER, Weight.SEMIBOLD)
    wide = max(_ROUND, width + 5)
    inside = -wide / 2 - 1 if cut.along == band.end else wide / 2 + 1
    along = cut.along - band.start + head + inside
    x, y = (along, cut.across) if folded.level else (cut.across, along)
    line = Line(
        cut.letter,
        x - width / 2,
        y + fonts.CAPITAL * _LETTER / 2,
        width,
        _LETTER,
        Weight.SEMIBOLD,
        Ink.ON_ACCENT,
    )
    return Badge(x - wide / 2, y - _ROUND / 2, wide, _ROUND, Ink.ACCENT, line)
