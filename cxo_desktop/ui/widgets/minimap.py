"""A small overview in the corner of a map: where one is, and a way to anywhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cxo_desktop.domain.drawing import Drawing
from cxo_desktop.i18n import _
from cxo_desktop.ui import theme
from cxo_desktop.ui.widgets.map_ink import MapInk

if TYPE_CHECKING:
    from cxo_desktop.ui.widgets.map_canvas import MapCanvas

_WIDTH, _HEIGHT, _MARGIN, _PAD = 190, 120, 12, 6
_SKETCH = 0.1


class Minimap(QWidget):
    """Shown while it is wanted and a part of the map is out of sight."""

    def __init__(self, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._drawing: Drawing | None = None
        self._ink: MapInk | None = None
        self.wanted = True
        self.setAccessibleName(_("Overview of the map"))
        self.setToolTip(_("Drag to look elsewhere · M hides this"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        canvas.seen.connect(self.look)
        self.hide()

    def show_drawing(self, drawing: Drawing) -> None:
        """Show another map, or this one as it is now."""
        self._drawing, self._ink = drawing, None
        self.look()

    def toggle(self) -> None:
        """Want it, or no longer."""
        self.wanted = not self.wanted
        self.look()

    def look(self) -> None:
        """Take note that another part of the map is seen."""
        seen, whole = self.seen_part(), self._canvas.whole
        self.setVisible(self.wanted and not seen.contains(whole))
        share = min(_WIDTH / whole.width(), _HEIGHT / whole.height())
        wide, high = round(whole.width() * share), round(whole.height() * share)
        self.resize(max(60, wide) + 2 * _PAD, max(24, high) + 2 * _PAD)
        port = self._canvas.viewport().size()
        self.move(port.width() - self.width() - _MARGIN, port.height() - self.height() - _MARGIN)
        self.update()

    def seen_part(self) -> QRectF:
        """Return which part of the map is in sight, in points."""
        port = self._canvas.viewport().rect()
        return QRectF(
            self._canvas.mapToScene(port.topLeft()), self._canvas.mapToScene(port.bottomRight())
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("borderStrong"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setClipRect(self.rect().adjusted(2, 2, -2, -2))
        share = self._share()
        painter.translate(_PAD, _PAD)
        painter.scale(share, share)
        self._sketch().paint(painter, min(share, _SKETCH))
        veil = QColor(theme.colour("accent"))
        veil.setAlpha(36)
        painter.setBrush(veil)
        painter.setPen(QPen(theme.colour("accent"), 2 / share))
        painter.drawRect(self.seen_part().intersected(self._canvas.whole))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def _sketch(self) -> MapInk:
        """Return the map without words, made when it is looked at."""
        if self._ink is None:
            self._ink = MapInk()
            if self._drawing is not None:
                self._ink.add_sketch(self._drawing)
        return self._ink

    def _go(self, event: QMouseEvent) -> None:
        spot = (event.position() - QPointF(_PAD, _PAD)) / self._share()
        self._canvas.look_at(spot)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _share(self) -> float:
        whole = self._canvas.whole
        return min(
            (self.width() - 2 * _PAD) / whole.width(), (self.height() - 2 * _PAD) / whole.height()
        )
