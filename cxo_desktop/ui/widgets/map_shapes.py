"""The nodes and arrows of a map as things to point at, to choose and to drag."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cxo_desktop.domain.drawing import Arrow, Box
from cxo_desktop.domain.outlines import outline
from cxo_desktop.ui.widgets.map_ink import MapInk, curve

_REACH = 8.0


class MapShape(QGraphicsItem):
    """A part of a map. It paints itself; ``covered`` by a tile, only while it is chosen."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self._bounds = QRectF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)

    def cover(self) -> None:
        """Leave painting to the tile below unless this is chosen."""
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents, not self.isSelected())

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        (self._chosen if self.isSelected() else self._ink).paint(painter, scale)

    @cached_property
    def _ink(self) -> MapInk:
        return self._drawn(chosen=False)

    @cached_property
    def _chosen(self) -> MapInk:
        return self._drawn(chosen=True)

    def _drawn(self, *, chosen: bool) -> MapInk:
        raise NotImplementedError


class BoxShape(MapShape):
    """A node."""

    def __init__(self, box: Box) -> None:
        super().__init__(box.code)
        self.part = box
        self._bounds = _box_reach(box)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable)
        self.setZValue(4)

    def shape(self) -> QPainterPath:
        return curve(outline(self.part)[0])

    def _drawn(self, *, chosen: bool) -> MapInk:
        ink = MapInk()
        ink.add_box(self.part, chosen=chosen)
        return ink


class ArrowShape(MapShape):
    """A flow with its words on it."""

    def __init__(self, arrow: Arrow) -> None:
        super().__init__(arrow.code)
        self.part = arrow
        self._bounds = _arrow_reach(arrow)
        self.setZValue(1.5)

    def shape(self) -> QPainterPath:
        stroker = QPainterPathStroker()
        stroker.setWidth(_REACH)
        path = stroker.createStroke(curve(self.part.points))
        if self.part.label_box is not None:
            path.addRect(QRectF(*self.part.label_box))
        return path

    def _drawn(self, *, chosen: bool) -> MapInk:
        ink = MapInk()
        ink.add_arrow(self.part, chosen=chosen)
        return ink


def _box_reach(box: Box) -> QRectF:
    rect = QRectF(box.x, box.y, box.width, box.height)
    for badge in box.badges:
        rect = rect.united(QRectF(badge.x, badge.y, badge.width, badge.height))
    return rect.adjusted(-3, -3, 3, 3)


def _arrow_reach(arrow: Arrow) -> QRectF:
    xs = [spot.x for spot in (*arrow.points, arrow.tip)]
    ys = [spot.y for spot in (*arrow.points, arrow.tip)]
    rect = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
    if arrow.label_box is not None:
        rect = rect.united(QRectF(*arrow.label_box))
    return rect.adjusted(-_REACH, -_REACH, _REACH, _REACH)
