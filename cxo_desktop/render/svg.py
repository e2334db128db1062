"""A drawing as SVG text: words as text, nothing that a person typed in an attribute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cxo_desktop.domain.drawing import (
    Arrow,
    Badge,
    Box,
    Drawing,
    Icon,
    Ink,
    LaneBand,
    Line,
    Point,
    Weight,
)
from cxo_desktop.domain.outlines import outline
from cxo_desktop.render import heads, icons, legend, measure, shifting
from cxo_desktop.render.palette import LIGHT, Palette

_FAMILIES = "'Noto Sans', 'Noto Sans Devanagari', 'Inter', sans-serif"
_MARGIN = 14.0


def to_svg(drawing: Drawing, palette: Palette = LIGHT) -> str:
    """Return the drawing with its legend below it as one SVG document in points.

    All words stand in text nodes, so no name can close a tag or become a link; a drawing names
    nothing outside itself.
    """
    return "".join(f"{part}\n" for part in _document(drawing, palette))


def _document(drawing: Drawing, palette: Palette) -> Iterator[str]:
    key = legend.place(drawing.legend, _MARGIN, drawing.width - 2 * _MARGIN)
    height = drawing.height + key.height + _MARGIN / 2
    size = f"{_n(drawing.width)} {_n(height)}"
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc"'
        f' width="{_n(drawing.width)}pt" height="{_n(height)}pt" viewBox="0 0 {size}"'
        f' font-family="{_FAMILIES}">'
    )
    yield f'<title id="title">{_escaped(drawing.title)}</title>'
    yield f'<desc id="desc">{_escaped(drawing.description)}</desc>'
    yield f'<rect width="{_n(drawing.width)}" height="{_n(height)}" fill="{palette[Ink.SURFACE]}"/>'
    for lane in drawing.lanes:
        yield from _lane(lane, palette)
    for arrow in drawing.arrows:
        yield from _arrow(arrow, palette)
    for arrow in drawing.arrows:
        yield from _label(arrow, palette)
    for box in drawing.boxes:
        yield from _box(box, palette)
    yield from _texts(drawing.lines, palette)
    yield from _legend(key, drawing.height, palette)
    yield "</svg>"


def _lane(lane: LaneBand, palette: Palette) -> Iterator[str]:
    yield (
        f'<rect x="{_n(lane.x)}" y="{_n(lane.y)}" width="{_n(lane.width)}"'
        f' height="{_n(lane.height)}" fill="none" stroke="{palette[Ink.BORDER]}"/>'
    )
    yield _text(lane.line, palette)


def _arrow(arrow: Arrow, palette: Palette) -> Iterator[str]:
    yield _stroke(arrow.points, arrow.ink, arrow.width, arrow.dash, palette)
    head = " ".join(f"{_n(spot.x)},{_n(spot.y)}" for spot in heads.head(arrow))
    yield f'<polygon points="{head}" fill="{palette[arrow.ink]}"/>'


def _label(arrow: Arrow, palette: Palette) -> Iterator[str]:
    if arrow.label_box is not None:
        x, y, width, height = arrow.label_box
        yield (
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
            f' fill="{palette[Ink.SURFACE]}" fill-opacity="0.85"/>'
        )
    yield from _texts(arrow.label, palette)


def _box(box: Box, palette: Palette) -> Iterator[str]:
    body, *inner = outline(box)
    stroke = f'stroke="{palette[box.stroke]}" stroke-width="{2.2 if box.bold else 1}"'
    yield f'<path d="{_path(body)}Z" fill="{palette[box.fill]}" {stroke}/>'
    for stripe in inner:
        yield f'<path d="{_path(stripe)}" fill="none" {stroke}/>'
    if box.icon is not None:
        yield from _icon(box.icon, palette)
    yield from _texts(box.lines, palette)
    for badge in box.badges:
        yield from _badge(badge, palette)


def _icon(icon: Icon, palette: Palette) -> Iterator[str]:
    yield (
        f'<rect x="{_n(icon.x)}" y="{_n(icon.y)}" width="{_n(icon.side)}" height="{_n(icon.side)}"'
        f' rx="{_n(icon.side / 4)}" fill="{palette[icon.ground]}"/>'
    )
    width = icons.STROKE * icon.side * icons.SHARE / icons.UNITS
    strokes = "".join(_path(stroke) for stroke in icons.placed(icon))
    if strokes:
        yield (
            f'<path d="{strokes}" fill="none" stroke="{palette[icon.ink]}"'
            f' stroke-width="{_n(width)}" stroke-linecap="round" stroke-linejoin="round"/>'
        )


def _badge(badge: Badge, palette: Palette) -> Iterator[str]:
    yield (
        f'<rect x="{_n(badge.x)}" y="{_n(badge.y)}" width="{_n(badge.width)}"'
        f' height="{_n(badge.height)}" rx="{_n(badge.height / 2)}" fill="{palette[badge.fill]}"'
        f' stroke="{palette[Ink.SURFACE]}"/>'
    )
    yield _text(badge.line, palette)


def _legend(key: legend.Legend, top: float, palette: Palette) -> Iterator[str]:
    for sample in key.samples:
        entry = sample.entry
        start, end = shifting.point(sample.start, 0, top), shifting.point(sample.end, 0, top)
        yield _stroke((start, start, end, end), entry.ink, entry.width, entry.dash, palette)
        yield _text(shifting.line(sample.line, 0, top), palette)


def _stroke(
    points: tuple[Point, ...], ink: Ink, width: float, dash: tuple[float, ...], palette: Palette
) -> str:
    pattern = f' stroke-dasharray="{" ".join(map(_n, dash))}"' if dash else ""
    return (
        f'<path d="{_path(points)}" fill="none" stroke="{palette[ink]}"'
        f' stroke-width="{_n(width)}"{pattern}/>'
    )


def _texts(lines: Iterable[Line], palette: Palette) -> Iterator[str]:
    return (_text(line, palette) for line in lines)


def _text(line: Line, palette: Palette) -> str:
    weight = f' font-weight="{int(line.weight)}"' if line.weight is not Weight.REGULAR else ""
    return (
        f'<text x="{_n(line.x)}" y="{_n(line.y)}" font-size="{_n(line.size)}"{weight}'
        f' fill="{palette[line.ink]}" xml:space="preserve">{_escaped(line.text)}</text>'
    )


def _path(points: tuple[Point, ...]) -> str:
    """Return path data for a chain of 1 + 3n points."""
    spots = [f"{_n(spot.x)} {_n(spot.y)}" for spot in points]
    return f"M{spots[0]}" + ("C" + " ".join(spots[1:]) if len(spots) > 1 else "")


def _escaped(text: str) -> str:
    """Return text that can stand between tags: escaped, without what XML forbids."""
    tidy = measure.tidy(text)
    return tidy.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _n(number: float) -> str:
    """Return a number with at most two decimals and no needless zeros."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
