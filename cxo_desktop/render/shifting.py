"""Move parts of a drawing, and find how far they reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cxo_desktop.domain.drawing import Arrow, Badge, Box, Drawing, Line, Point

Extent = tuple[float, float, float, float]


def line(part: Line, dx: float, dy: float) -> Line:
    """Return a line of text moved by (dx, dy)."""
    return replace(part, x=_round(part.x + dx), y=_round(part.y + dy))


def badge(part: Badge, dx: float, dy: float) -> Badge:
    """Return a badge moved by (dx, dy)."""
    return replace(part, x=_round(part.x + dx), y=_round(part.y + dy), line=line(part.line, dx, dy))


def box(part: Box, dx: float, dy: float) -> Box:
    """Return a box moved by (dx, dy) with all that is on it."""
    icon = part.icon
    if icon is not None:
        icon = replace(icon, x=_round(icon.x + dx), y=_round(icon.y + dy))
    return replace(
        part,
        x=_round(part.x + dx),
        y=_round(part.y + dy),
        lines=tuple(line(each, dx, dy) for each in part.lines),
        badges=tuple(badge(each, dx, dy) for each in part.badges),
        icon=icon,
    )


def arrow(part: Arrow, dx: float, dy: float) -> Arrow:
    """Return an arrow moved by (dx, dy) with its label."""
    label_box = part.label_box
    if label_box is not None:
        x, y, width, height = label_box
        label_box = (_round(x + dx), _round(y + dy), width, height)
    return replace(
        part,
        points=tuple(point(each, dx, dy) for each in part.points),
        tip=point(part.tip, dx, dy),
        label=tuple(line(each, dx, dy) for each in part.label),
        label_box=label_box,
    )


def point(part: Point, dx: float, dy: float) -> Point:
    """Return a point moved by (dx, dy)."""
    return Point(round(part.x + dx, 2), round(part.y + dy, 2))


def extent(boxes: Iterable[Box], arrows: Iterable[Arrow]) -> Extent:
    """Return left, top, right and bottom of everything that is drawn; zeros for nothing."""
    spans = [*_box_spans(boxes), *_arrow_spans(arrows)]
    if not spans:
        return (0.0, 0.0, 0.0, 0.0)
    lefts, tops, rights, bottoms = zip(*spans, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


def smallest_text(drawing: Drawing, default: float) -> float:
    """Return the size of the smallest words on a drawing, ``default`` if it has none."""
    sizes = [each.size for each in drawing.lines]
    sizes += [each.size for part in drawing.boxes for each in part.lines]
    sizes += [mark.line.size for part in drawing.boxes for mark in part.badges]
    sizes += [each.size for part in drawing.arrows for each in part.label]
    sizes += [lane.line.size for lane in drawing.lanes]
    return min(sizes, default=default)


def _box_spans(boxes: Iterable[Box]) -> Iterator[Extent]:
    for each in boxes:
        yield (each.x, each.y, each.x + each.width, each.y + each.height)
        for mark in each.badges:
            yield (mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)


def _arrow_spans(arrows: Iterable[Arrow]) -> Iterator[Extent]:
    for each in arrows:
        for spot in (*each.points, each.tip):
            yield (spot.x, spot.y, spot.x, spot.y)
        if each.label_box is not None:
            x, y, width, height = each.label_box
            yield (x, y, x + width, y + height)


def _round(number: float) -> float:
    """Keep hundredths of a point: below what any painter shows."""
    return round(number, 2)
