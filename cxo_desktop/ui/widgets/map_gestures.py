"""The gestures of the mouse on a map: each shows what it would come to, and then does it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from cxo_desktop.domain.drawing import Box, LaneBand
from cxo_desktop.ui import theme
from cxo_desktop.ui.widgets.map_surface import MapSurface

_SNAP, _LEAST_LANE = 10.0, 40.0


class JoinGesture:
    """Draws an arrow from a box; it snaps to the box below the pointer."""

    def __init__(self, view: MapSurface, box: Box, refuses: Callable[[str, str], str]) -> None:
        self._view, self._refuses = view, refuses
        self._source, self._spot = box, QPointF(box.x + box.width / 2, box.y + box.height / 2)
        self.target: Box | None = None
        self.why = ""
        self._out = False

    def to(self, spot: QPointF, at: QPoint) -> None:
        """Look what is below the pointer, and say why it cannot be joined if it cannot."""
        self._spot = spot
        self._out = self._out or not _rect(self._source).contains(spot)
        boxes = self._view.drawing.boxes if self._view.drawing else ()
        before = self.target
        self.target = next(
            (
                box
                for box in reversed(boxes)
                if _rect(box).adjusted(-_SNAP, -_SNAP, _SNAP, _SNAP).contains(spot)
                and (box.code != self._source.code or self._out)
            ),
            None,
        )
        if self.target is not before:
            self.why = self._refuses(self._source.code, self.target.code) if self.target else ""
            QToolTip.showText(at, self.why, self._view)

    def drop(self) -> None:
        """Join the boxes; on empty ground a new one is asked for."""
        if self._out:
            self._view.joined.emit(self._source.code, self.target.code if self.target else "")

    def paint(self, painter: QPainter) -> None:
        """Show the arrow, and a ring round the box that it snaps to."""
        ink = theme.colour("bad" if self.why else "accent")
        start = _rect(self._source)
        if self.target is not None:
            ring = _rect(self.target).adjusted(-4, -4, 4, 4)
            painter.setPen(
                QPen(ink, 2, Qt.PenStyle.DashLine if self.why else Qt.PenStyle.SolidLine)
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, 8, 8)
            end = rim(ring, start.center())
        else:
            end = self._spot
        painter.setPen(QPen(ink, 2))
        painter.drawLine(rim(start, end), end)
        painter.setBrush(ink)
        painter.drawEllipse(end, 3, 3)


class LaneMoveGesture:
    """Drags a lane to another place among the lanes."""

    def __init__(self, view: MapSurface, place: int) -> None:
        self._view, self._place = view, place
        self._lanes = view.drawing.lanes if view.drawing else ()
        self.wanted = place

    def to(self, spot: QPointF, _at: QPoint) -> None:
        """Look which place the pointer is over."""
        low = [lane.y + lane.height / 2 for lane in self._lanes]
        self.wanted = sum(
            spot.y() > middle for place, middle in enumerate(low) if place != self._place
        )

    def drop(self) -> None:
        """Tell the new place."""
        if self.wanted != self._place:
            self._view.lane_moved.emit(self._lanes[self._place].name, self.wanted)

    def paint(self, painter: QPainter) -> None:
        """Show the lane, and a line where it would go."""
        lane = self._lanes[self._place]
        painter.fillRect(QRectF(lane.x, lane.y, lane.width, lane.height), _veil())
        rest = [it for it in self._lanes if it is not lane]
        if self.wanted != self._place:
            above = rest[self.wanted - 1] if self.wanted else None
            y = above.y + above.height if above else rest[0].y
            painter.setPen(QPen(theme.colour("accent"), 3))
            painter.drawLine(QLineF(lane.x, y, lane.x + lane.width, y))


class LaneSizeGesture:
    """Drags the lower edge of a lane."""

    def __init__(self, view: MapSurface, lane: LaneBand) -> None:
        self._view, self._lane = view, lane
        self.height = lane.height

    def to(self, spot: QPointF, _at: QPoint) -> None:
        """Follow the pointer."""
        self.height = max(_LEAST_LANE, spot.y() - self._lane.y)

    def drop(self) -> None:
        """Tell the new height."""
        if self.height != self._lane.height:
            self._view.lane_sized.emit(self._lane.name, self.height)

    def paint(self, painter: QPainter) -> None:
        """Show where the edge would be."""
        lane = self._lane
        painter.fillRect(QRectF(lane.x, lane.y, lane.width, self.height), _veil())
        painter.setPen(QPen(theme.colour("accent"), 3))
        y = lane.y + self.height
        painter.drawLine(QLineF(lane.x, y, lane.x + lane.width, y))


class PanGesture:
    """Moves the map below the pointer."""

    def __init__(self, view: MapSurface, at: QPoint) -> None:
        self._view = view
        self._grip = view.mapToScene(at)

    def to(self, spot: QPointF, _at: QPoint) -> None:
        """Bring the point that was gripped below the pointer."""
        middle = self._view.mapToScene(self._view.viewport().rect().center())
        self._view.look_at(middle + self._grip - spot)

    def drop(self) -> None:
        """Leave the map where it is."""

    def paint(self, _painter: QPainter) -> None:
        """Show nothing: the map itself moves."""


class HoldGesture:
    """Does nothing more: what was pressed has been chosen, or is no longer."""

    def to(self, _spot: QPointF, _at: QPoint) -> None:
        """Stay."""

    def drop(self) -> None:
        """Leave it."""

    def paint(self, _painter: QPainter) -> None:
        """Show nothing."""


def handles(box: Box) -> tuple[QPointF, ...]:
    """Return where an arrow can be drawn from: the middles of the sides of a box."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    return (
        QPointF(box.x + box.width, y),
        QPointF(x, box.y + box.height),
        QPointF(box.x, y),
        QPointF(x, box.y),
    )


def rim(rect: QRectF, towards: QPointF) -> QPointF:
    """Return where the line from the middle of a rectangle to a point leaves it."""
    by = towards - rect.center()
    shares = [1.0]
    if by.x():
        shares.append(rect.width() / 2 / abs(by.x()))
    if by.y():
        shares.append(rect.height() / 2 / abs(by.y()))
    return rect.center() + by * min(shares)


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _veil() -> QColor:
    veil = theme.colour("accent")
    veil.setAlpha(36)
    return veil
