"""A laid-out map as graphics items: nodes, arrows, lanes, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cxo_desktop.domain.drawing import Arrow, Badge, Box, Icon, Ink, LaneBand, Line, Point
from cxo_desktop.domain.outlines import outline
from cxo_desktop.ui import icons, theme

_EM = 100
_ICON_SHARE = 0.62
_HEAD_HALF = 0.4
_REACH = 8.0
_SMALLEST_SHOWN = 3.5
_SKETCHED = 0.3  # below that size nobody sees curves, heads and dashes


class BoxShape(QGraphicsItem):
    """A node."""

    def __init__(self, box: Box) -> None:
        super().__init__()
        self.code = box.code
        self._box = box
        self._paths = [_curve(points) for points in outline(box)]
        self._bounds = self._reach()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable)
        self.setZValue(2)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def _reach(self) -> QRectF:
        rect = _rect(self._box)
        for badge in self._box.badges:
            rect = rect.united(QRectF(badge.x, badge.y, badge.width, badge.height))
        return rect.adjusted(-3, -3, 3, 3)

    def shape(self) -> QPainterPath:
        return self._paths[0]

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        box = self._box
        stroke = theme.colour("accent" if self.isSelected() else box.stroke)
        width = 2.4 if self.isSelected() else 2.0 if box.bold else 1.0
        painter.setPen(QPen(stroke, width))
        painter.setBrush(theme.colour(box.fill))
        scale = _scale(option, painter)
        if scale < _SKETCHED:
            painter.drawRect(_rect(box))
            return
        painter.drawPath(self._paths[0])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for inner in self._paths[1:]:
            painter.drawPath(inner)
        if box.icon is not None:
            _paint_icon(painter, box.icon)
        paint_lines(painter, box.lines, scale)
        for badge in box.badges:
            _paint_badge(painter, badge, scale)


class ArrowShape(QGraphicsItem):
    """A flow with its words on it."""

    def __init__(self, arrow: Arrow) -> None:
        super().__init__()
        self.code = arrow.code
        self._arrow = arrow
        self._path = _curve(arrow.points)
        self._head = _head(arrow)
        self._corners = QPolygonF([QPointF(at.x, at.y) for at in arrow.points[::3]])
        self._bounds = self._reach()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setZValue(1)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def _reach(self) -> QRectF:
        rect = self._path.boundingRect().united(self._head.boundingRect())
        if self._arrow.label_box is not None:
            rect = rect.united(QRectF(*self._arrow.label_box))
        return rect.adjusted(-_REACH, -_REACH, _REACH, _REACH)

    def shape(self) -> QPainterPath:
        stroker = QPainterPathStroker()
        stroker.setWidth(_REACH)
        path = stroker.createStroke(self._path)
        if self._arrow.label_box is not None:
            path.addRect(QRectF(*self._arrow.label_box))
        return path

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        arrow = self._arrow
        ink = theme.colour("accent" if self.isSelected() else arrow.ink)
        width = arrow.width + (1.2 if self.isSelected() else 0)
        scale = _scale(option, painter)
        if scale < _SKETCHED:
            painter.setPen(QPen(ink, width))
            painter.drawPolyline(self._corners)
            return
        painter.setPen(dashed(QPen(ink, width), arrow.dash))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(self._head)
        if arrow.label_box is not None:
            painter.setBrush(theme.colour("surface"))
            painter.drawRect(QRectF(*arrow.label_box))
        paint_lines(painter, arrow.label, scale)


class LaneShape(QGraphicsItem):
    """A lane of a process map, behind everything."""

    def __init__(self, lane: LaneBand) -> None:
        super().__init__()
        self._lane = lane

    def boundingRect(self) -> QRectF:
        return _rect(self._lane).adjusted(-1, -1, 1, 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour("bg"))
        painter.drawRect(_rect(self._lane))
        paint_lines(painter, (self._lane.line,), _scale(option, painter))


class WordsShape(QGraphicsItem):
    """Words beside any node, such as the sentence of an empty map."""

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__()
        self._lines = tuple(lines)

    def boundingRect(self) -> QRectF:
        rect = QRectF()
        for line in self._lines:
            rect = rect.united(QRectF(line.x, line.y - line.size, line.width, line.size * 1.4))
        return rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        paint_lines(painter, self._lines, _scale(option, painter))


def dashed(pen: QPen, dash: Iterable[float]) -> QPen:
    """Give a pen a dash pattern in points; () leaves it solid."""
    pattern = [length / pen.widthF() for length in dash]
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if pattern:
        pen.setDashPattern(pattern)
    return pen


def paint_lines(painter: QPainter, lines: Sequence[Line], scale: float) -> None:
    """Write lines of text where they were measured; too small ones are left out."""
    for line in lines:
        if line.size * scale < _SMALLEST_SHOWN:
            continue
        painter.save()
        painter.translate(line.x, line.y)
        painter.scale(line.size / _EM, line.size / _EM)
        painter.setFont(_map_font(int(line.weight)))
        painter.setPen(theme.colour(line.ink))
        painter.drawText(QPointF(0, 0), line.text)
        painter.restore()


def _paint_badge(painter: QPainter, badge: Badge, scale: float) -> None:
    rect = QRectF(badge.x, badge.y, badge.width, badge.height)
    painter.setPen(QPen(theme.colour("surface"), 1.2))
    painter.setBrush(theme.colour(badge.fill))
    painter.drawRoundedRect(rect, badge.height / 2, badge.height / 2)
    paint_lines(painter, (badge.line,), scale)


def _paint_icon(painter: QPainter, icon: Icon) -> None:
    ground = QRectF(icon.x, icon.y, icon.side, icon.side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("infoSoft" if icon.ink is Ink.TOOL else icon.ground))
    painter.drawRoundedRect(ground, icon.side / 4, icon.side / 4)
    margin = icon.side * (1 - _ICON_SHARE) / 2
    if icons.has_icon(icon.name):
        place = ground.adjusted(margin, margin, -margin, -margin)
        _renderer(icon.name, theme.tokens()[icon.ink]).render(painter, place)


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(icons.coloured(name, colour)))


@cache
def _map_font(weight: int) -> QFont:
    font = QFont(theme.MAP_FAMILY)
    font.setPixelSize(_EM)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _scale(option: QStyleOptionGraphicsItem, painter: QPainter) -> float:
    return option.levelOfDetailFromTransform(painter.worldTransform())


def _rect(placed: Box | LaneBand) -> QRectF:
    return QRectF(placed.x, placed.y, placed.width, placed.height)


def _curve(points: Sequence[Point]) -> QPainterPath:
    spots = [QPointF(point.x, point.y) for point in points]
    path = QPainterPath(spots[0])
    for place in range(1, len(spots) - 2, 3):
        path.cubicTo(*spots[place : place + 3])
    return path


def _head(arrow: Arrow) -> QPolygonF:
    base, tip = arrow.points[-1], arrow.tip
    along = QPointF(tip.x - base.x, tip.y - base.y)
    across = QPointF(-along.y(), along.x()) * _HEAD_HALF
    start = QPointF(base.x, base.y)
    return QPolygonF([QPointF(tip.x, tip.y), start + across, start - across])
