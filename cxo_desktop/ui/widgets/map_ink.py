"""Paint many parts of a map with few calls: what looks alike is gathered and drawn at once.

A call from Python for each of a thousand boxes is what makes a large map slow, not the drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QGlyphRun,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRawFont,
    QTextLayout,
)

from cxo_desktop.domain.drawing import Arrow, Badge, Box, Drawing, Icon, Ink, LaneBand, Line, Point
from cxo_desktop.domain.outlines import outline
from cxo_desktop.ui import icons, theme

_EM = 100
_ICON_SHARE = 0.62
_HEAD_HALF = 0.4
_SMALLEST_SHOWN = 3.5
_SKETCHED = 0.3  # below that size nobody sees curves, heads and dashes
_DENSITIES = (1.0, 2.0, 4.0)
_FAR = 3.0


class Style(NamedTuple):
    """How a path is drawn: colours by their role, "" for none; width and dashes in points."""

    fill: str = ""
    stroke: str = ""
    width: float = 1.0
    dash: tuple[float, ...] = ()


class _Face(NamedTuple):
    """How letters look."""

    ink: str
    weight: int
    size: float


Paths = dict[Style, QPainterPath]


class MapInk:
    """Parts of a map as paths and letters, in the order in which they lie over each other."""

    def __init__(self) -> None:
        self.bounds = QRectF()
        self._layers: tuple[Paths, ...] = ({}, {}, {}, {}, {}, {})
        self._sketch: Paths = {}
        self._icons: list[Icon] = []
        self._lines: dict[_Face, list[Line]] = {}
        self._letters: dict[_Face, list[QGlyphRun]] = {}

    def add_lane(self, lane: LaneBand) -> None:
        """Add a lane."""
        rect = _rect(lane)
        for paths in (self._layers[0], self._sketch):
            _path(paths, Style("bg", "border")).addRect(rect)
        self._reach(rect.adjusted(-1, -1, 1, 1))
        self.add_lines((lane.line,))

    def add_arrow(self, arrow: Arrow, *, chosen: bool = False) -> None:
        """Add an arrow with its words; ``chosen`` in the colour of what is chosen."""
        ink = "accent" if chosen else str(arrow.ink)
        style = Style(stroke=ink, width=arrow.width + (1.2 if chosen else 0), dash=arrow.dash)
        way, tip = curve(arrow.points), head(arrow)
        _path(self._layers[0], style).addPath(way)
        _path(self._layers[1], Style(fill=ink)).addPolygon(tip)
        corners = QPolygonF([QPointF(at.x, at.y) for at in arrow.points[::3]])
        _path(self._sketch, style._replace(dash=())).addPolygon(corners)
        self._reach(way.boundingRect().united(tip.boundingRect()).adjusted(-3, -3, 3, 3))
        if arrow.label_box is not None:
            ground = QRectF(*arrow.label_box)
            _path(self._layers[2], Style(fill="surface")).addRect(ground)
            self._reach(ground)
        self.add_lines(arrow.label)

    def add_box(self, box: Box, *, chosen: bool = False) -> None:
        """Add a node with all that is on it; ``chosen`` in the colour of what is chosen."""
        stroke = "accent" if chosen else str(box.stroke)
        style = Style(str(box.fill), stroke, 2.4 if chosen else 2.0 if box.bold else 1.0)
        around, *inner = map(curve, outline(box))
        _path(self._layers[3], style).addPath(around)
        for stroke_path in inner:
            _path(self._layers[4], style._replace(fill="")).addPath(stroke_path)
        rect = _rect(box)
        _path(self._sketch, style).addRect(rect)
        self._reach(rect.adjusted(-3, -3, 3, 3))
        if box.icon is not None:
            self._add_icon(box.icon)
        self.add_lines(box.lines)
        for badge in box.badges:
            self._add_badge(badge)

    def add_lines(self, lines: Iterable[Line]) -> None:
        """Add lines of text where they were measured."""
        for line in lines:
            face = _Face(str(line.ink), int(line.weight), line.size)
            self._lines.setdefault(face, []).append(line)
            self._reach(QRectF(line.x, line.y - line.size, line.width, line.size * 1.4))

    def add_sketch(self, drawing: Drawing) -> None:
        """Add a whole map as one sees it from far: lanes, boxes, and arrows as lines."""
        for lane in drawing.lanes:
            _path(self._sketch, Style("bg", "border")).addRect(_rect(lane))
        for arrow in drawing.arrows:
            corners = QPolygonF([QPointF(at.x, at.y) for at in arrow.points[::3]])
            _path(self._sketch, Style(stroke=str(arrow.ink), width=_FAR)).addPolygon(corners)
        for box in drawing.boxes:
            _path(self._sketch, Style(str(box.fill), str(box.stroke), _FAR)).addRect(_rect(box))

    def paint(self, painter: QPainter, scale: float) -> None:
        """Paint everything at ``scale`` pixels a point; what is too small to be seen is left."""
        if scale < _SKETCHED:
            _paint_paths(painter, self._sketch)
            return
        for number, paths in enumerate(self._layers):
            _paint_paths(painter, paths)
            if number == 4:  # noqa: PLR2004 - icons lie on outlines and below badges
                for icon in self._icons:
                    _paint_icon(painter, icon, scale)
        for face, lines in self._lines.items():
            if face.size * scale >= _SMALLEST_SHOWN:
                self._paint_letters(painter, face, lines)

    def _paint_letters(self, painter: QPainter, face: _Face, lines: Sequence[Line]) -> None:
        if face not in self._letters:
            self._letters[face] = _gathered(lines, face)
        painter.setPen(theme.colour(face.ink))
        for run in self._letters[face]:
            painter.drawGlyphRun(QPointF(0, 0), run)

    def _add_icon(self, icon: Icon) -> None:
        ground = "infoSoft" if icon.ink is Ink.TOOL else str(icon.ground)
        rect = QRectF(icon.x, icon.y, icon.side, icon.side)
        path = _path(self._layers[4], Style(fill=ground))
        path.addRoundedRect(rect, icon.side / 4, icon.side / 4)
        if icons.has_icon(icon.name):
            self._icons.append(icon)

    def _add_badge(self, badge: Badge) -> None:
        rect = _rect(badge)
        path = _path(self._layers[5], Style(str(badge.fill), "surface", 1.2))
        path.addRoundedRect(rect, badge.height / 2, badge.height / 2)
        self._reach(rect.adjusted(-1, -1, 1, 1))
        self.add_lines((badge.line,))

    def _reach(self, rect: QRectF) -> None:
        self.bounds = self.bounds.united(rect)


def dashed(pen: QPen, dash: Iterable[float]) -> QPen:
    """Give a pen a dash pattern in points; () leaves it solid."""
    pattern = [length / pen.widthF() for length in dash]
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if pattern:
        pen.setDashPattern(pattern)
    return pen


def curve(points: Sequence[Point]) -> QPainterPath:
    """Return a chain of cubic curves as a path."""
    spots = [QPointF(point.x, point.y) for point in points]
    path = QPainterPath(spots[0])
    for place in range(1, len(spots) - 2, 3):
        if spots[place] == spots[place - 1] and spots[place + 1] == spots[place + 2]:
            path.lineTo(spots[place + 2])
        else:
            path.cubicTo(*spots[place : place + 3])
    return path


def head(arrow: Arrow) -> QPolygonF:
    """Return the head of an arrow."""
    base, tip = arrow.points[-1], arrow.tip
    along = QPointF(tip.x - base.x, tip.y - base.y)
    across = QPointF(-along.y(), along.x()) * _HEAD_HALF
    start = QPointF(base.x, base.y)
    return QPolygonF([QPointF(tip.x, tip.y), start + across, start - across])


def _rect(placed: Box | Badge | LaneBand) -> QRectF:
    return QRectF(placed.x, placed.y, placed.width, placed.height)


def _path(paths: Paths, style: Style) -> QPainterPath:
    if style not in paths:
        paths[style] = QPainterPath()
        paths[style].setFillRule(Qt.FillRule.WindingFill)
    return paths[style]


def _paint_paths(painter: QPainter, paths: Paths) -> None:
    for style, path in paths.items():
        if style.stroke:
            painter.setPen(dashed(QPen(theme.colour(style.stroke), style.width), style.dash))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(style.fill) if style.fill else QBrush())
        painter.drawPath(path)


def _paint_icon(painter: QPainter, icon: Icon, scale: float) -> None:
    margin = icon.side * (1 - _ICON_SHARE) / 2
    place = QRectF(icon.x, icon.y, icon.side, icon.side)
    density = next((it for it in _DENSITIES if it >= scale), _DENSITIES[-1])
    picture = icons.pixmap(icon.name, theme.tokens()[icon.ink], round(icon.side), density)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    inside = place.adjusted(margin, margin, -margin, -margin)
    painter.drawPixmap(inside, picture, QRectF(picture.rect()))


def _gathered(lines: Sequence[Line], face: _Face) -> list[QGlyphRun]:
    """Return lines of one look as one run of glyphs for each font that they need."""
    gathered: dict[str, tuple[QRawFont, list[int], list[QPointF]]] = {}
    share = face.size / _EM
    for line in lines:
        for font, numbers, spots in _shaped(line.text, face.weight):
            name = f"{font.familyName()} {font.styleName()}"
            _font, all_numbers, all_spots = gathered.setdefault(name, (font, [], []))
            all_numbers += numbers
            all_spots += [QPointF(line.x + x * share, line.y + y * share) for x, y in spots]
    return [_run(*parts, face.size) for parts in gathered.values()]


def _run(font: QRawFont, numbers: list[int], spots: list[QPointF], size: float) -> QGlyphRun:
    sized = QRawFont(font)
    sized.setPixelSize(size)
    run = QGlyphRun()
    run.setRawFont(sized)
    run.setGlyphIndexes(numbers)
    run.setPositions(spots)
    return run


def _shaped(
    text: str, weight: int
) -> tuple[tuple[QRawFont, list[int], list[tuple[float, float]]], ...]:
    """Return fonts, glyphs and their places from the left end of the baseline, 100 to the em."""
    layout = QTextLayout(text, _map_font(weight))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    rise = line.ascent()
    return tuple(
        (
            run.rawFont(),
            run.glyphIndexes(),
            [(spot.x(), spot.y() - rise) for spot in run.positions()],
        )
        for run in layout.glyphRuns()
    )


@cache
def _map_font(weight: int) -> QFont:
    font = QFont(theme.MAP_FAMILY)
    font.setPixelSize(_EM)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
