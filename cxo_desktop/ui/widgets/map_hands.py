"""What the mouse does on a map beyond choosing: joining boxes, moving lanes, panning, marking."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QGraphicsView

from cxo_desktop.domain.drawing import Box, LaneBand
from cxo_desktop.ui import theme
from cxo_desktop.ui.widgets.map_gestures import (
    HoldGesture,
    JoinGesture,
    LaneMoveGesture,
    LaneSizeGesture,
    PanGesture,
    handles,
    rim,
)
from cxo_desktop.ui.widgets.map_shapes import BoxShape, MapShape
from cxo_desktop.ui.widgets.map_surface import MapSurface

_HANDLE, _TOUCH, _EDGE, _HANDLES_FROM, _PAD = 4.5, 9.0, 5.0, 0.45, 8.0
_LEFT, _MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
_SHIFT = Qt.KeyboardModifier.ShiftModifier
Refusal = Callable[[str, str], str]


class Gesture(Protocol):
    """Something begun by a press and ended by a release."""

    def to(self, spot: QPointF, at: QPoint) -> None:
        """Go on to a point of the map, which is ``at`` a pixel of the window."""

    def drop(self) -> None:
        """Do what it came to."""

    def paint(self, painter: QPainter) -> None:
        """Show what it would come to."""


class MapHands:
    """Turns presses on a map into gestures; ``refuses`` says why two boxes cannot be joined."""

    def __init__(self, view: MapSurface) -> None:
        self._view = view
        self.gesture: Gesture | None = None
        self.refuses: Refusal = lambda _source, _target: ""
        self._over: Box | None = None
        self._lifted: frozenset[str] = frozenset()

    def boxes(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return those of the codes that are boxes."""
        return tuple(it for it in codes if isinstance(self._view.shapes.get(it), BoxShape))

    def press(self, event: QMouseEvent) -> bool:
        """Begin a gesture; tell whether there is one, else choosing and moving is meant."""
        spot = self._view.mapToScene(event.position().toPoint())
        if event.button() == _MIDDLE:
            self.gesture = PanGesture(self._view, event.position().toPoint())
        elif event.button() == _LEFT and event.modifiers() & _SHIFT:
            self.gesture = self._mark(event)
        elif event.button() == _LEFT:
            self.gesture = self._begun(spot)
        return self.gesture is not None

    def move(self, event: QMouseEvent) -> bool:
        """Go on with a gesture, or show what could be begun here."""
        at = event.position().toPoint()
        spot = self._view.mapToScene(at)
        if self.gesture is not None:
            self.gesture.to(spot, event.globalPosition().toPoint())
            self._view.viewport().update()
            return True
        if event.buttons() == Qt.MouseButton.NoButton:
            self._hover(spot)
        return False

    def release(self, _event: QMouseEvent) -> bool:
        """End a gesture; tell whether there was one."""
        gesture, self.gesture = self.gesture, None
        if gesture is None:
            return False
        gesture.drop()
        self._view.viewport().update()
        return True

    def follow(self) -> None:
        """Let the arrows of boxes that are being dragged go with them."""
        moved = {code for code, _by in self._moved()}
        drawing = self._view.drawing
        if not moved or drawing is None:
            return
        if not self._lifted:
            touched = {it.code for it in drawing.arrows if moved & {it.tail, it.head}}
            self._lifted = frozenset(moved | touched)
            self._view.tiles.show(drawing, self._lifted)
        self._view.viewport().update()

    def let_go(self) -> None:
        """End choosing or dragging; tell what was dragged, all at once."""
        self._view.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        moved = {code: (by.x(), by.y()) for code, by in self._moved()}
        if moved:
            self._view.dragged.emit(moved)

    def leave(self) -> None:
        """Drop a gesture without doing anything."""
        self.gesture, self._over, self._lifted = None, None, frozenset()
        self._view.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """Paint what is going on, in front of the map."""
        if self.gesture is not None:
            self.gesture.paint(painter)
        elif self._lifted:
            _paint_lifted(painter, self._view, self._lifted)
        elif self._over is not None and self._view.transform().m11() >= _HANDLES_FROM:
            size = _HANDLE / self._view.transform().m11()
            painter.setPen(QPen(theme.colour("surface"), size / 3))
            painter.setBrush(theme.colour("accent"))
            for spot in handles(self._over):
                painter.drawEllipse(spot, size, size)

    def _moved(self) -> list[tuple[str, QPointF]]:
        return [
            (code, shape.pos())
            for code, shape in self._view.shapes.items()
            if not shape.pos().isNull()
        ]

    def _mark(self, event: QMouseEvent) -> Gesture | None:
        """Add what is pressed to what is chosen, or take it out; on empty ground draw a frame."""
        at = event.position().toPoint()
        shape = self._view.itemAt(at)
        if isinstance(shape, MapShape):
            rest = [code for code in self._view.chosen_all if code != shape.code]
            if shape.isSelected():
                shape.setSelected(False)
            else:
                self._view.choose(*rest, shape.code)
            return HoldGesture()
        self._view.setDragMode(QGraphicsView.DragMode.RubberBandDrag)
        return None

    def _begun(self, spot: QPointF) -> Gesture | None:
        near = _TOUCH / self._view.transform().m11()
        box = self._handle_at(spot, near)
        if box is not None:
            return JoinGesture(self._view, box, self.refuses)
        lanes = self._view.drawing.lanes if self._view.drawing else ()
        edge = _EDGE / self._view.transform().m11()
        for place, lane in enumerate(lanes):
            if not lane.x <= spot.x() <= _head(lanes):
                continue
            if abs(spot.y() - lane.y - lane.height) <= edge:
                return LaneSizeGesture(self._view, lane)
            if lane.y <= spot.y() <= lane.y + lane.height - edge:
                return LaneMoveGesture(self._view, place)
        return None

    def _handle_at(self, spot: QPointF, near: float) -> Box | None:
        if self._view.transform().m11() < _HANDLES_FROM or self._over is None:
            return None
        by = min((at - spot).manhattanLength() for at in handles(self._over))
        return self._over if by <= near else None

    def _hover(self, spot: QPointF) -> None:
        near = _TOUCH / self._view.transform().m11()
        boxes = self._view.drawing.boxes if self._view.drawing else ()
        over = next(
            (
                box
                for box in reversed(boxes)
                if _rect(self._view, box).adjusted(-near, -near, near, near).contains(spot)
            ),
            None,
        )
        if over is not self._over:
            self._over = over
            self._view.viewport().update()
        joins = over is not None and self._handle_at(spot, near) is not None
        shape = Qt.CursorShape.CrossCursor if joins else Qt.CursorShape.OpenHandCursor
        if isinstance(self._begun(spot), LaneSizeGesture):
            shape = Qt.CursorShape.SplitVCursor
        self._view.viewport().setCursor(shape)


def _head(lanes: Sequence[LaneBand]) -> float:
    """Return how far the names of the lanes reach."""
    return max((lane.line.x + lane.line.width for lane in lanes), default=0.0) + _PAD


def _paint_lifted(painter: QPainter, view: MapSurface, lifted: frozenset[str]) -> None:
    """Paint the arrows of boxes that are being dragged as straight lines."""
    if view.drawing is None:
        return
    rects = {box.code: _rect(view, box) for box in view.drawing.boxes}
    painter.setPen(QPen(theme.colour("accent"), 1.4, Qt.PenStyle.DashLine))
    for arrow in view.drawing.arrows:
        if arrow.code in lifted and {arrow.tail, arrow.head} <= rects.keys():
            tail, head = rects[arrow.tail], rects[arrow.head]
            painter.drawLine(rim(tail, head.center()), rim(head, tail.center()))


def _rect(view: MapSurface, box: Box) -> QRectF:
    """Return where a box is now, dragged or not."""
    by = view.shapes[box.code].pos() if box.code in view.shapes else QPointF()
    return QRectF(box.x + by.x(), box.y + by.y(), box.width, box.height)
