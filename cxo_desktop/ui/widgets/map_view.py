"""A map to look at: zoom by wheel and keys, fit, pan, choose a node or flow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from cxo_desktop.domain.drawing import Drawing
from cxo_desktop.i18n import _
from cxo_desktop.ui import theme
from cxo_desktop.ui.widgets.map_shapes import ArrowShape, BoxShape, LaneShape, WordsShape

_STEP, _SMALLEST, _LARGEST, _FIT_LARGEST = 1.2, 0.1, 6.0, 1.6
_MARGIN, _GRID, _PAN = 18.0, 24.0, 60
_WAYS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class MapView(QGraphicsView):
    """``picked`` tells the code of the node or flow that was chosen, "" for none."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Map"))
        self.scene().selectionChanged.connect(self._tell)
        self._shapes: dict[str, BoxShape | ArrowShape] = {}
        self._fitted = True
        self._whole = QRectF(0, 0, 1, 1)

    def show_drawing(self, drawing: Drawing) -> None:
        """Show a map, whole."""
        scene = self.scene()
        scene.blockSignals(True)
        scene.clear()
        for lane in drawing.lanes:
            scene.addItem(LaneShape(lane))
        arrows = {arrow.code: ArrowShape(arrow) for arrow in drawing.arrows}
        boxes = {box.code: BoxShape(box) for box in drawing.boxes}
        self._shapes = {**arrows, **boxes}
        for shape in self._shapes.values():
            scene.addItem(shape)
        if drawing.lines:
            scene.addItem(WordsShape(drawing.lines))
        far = max(drawing.width, drawing.height)
        self._whole = QRectF(0, 0, drawing.width, drawing.height)
        scene.setSceneRect(self._whole.adjusted(-far, -far, far, far))
        scene.blockSignals(False)
        self.setAccessibleName(_("Map: {title}").format(title=drawing.title))
        self.setAccessibleDescription(drawing.description)
        self.fit()

    def fit(self) -> None:
        """Show the whole map as large as it goes."""
        room = self._whole.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        port = self.viewport().rect()
        scale = min(port.width() / room.width(), port.height() / room.height(), _FIT_LARGEST)
        self.resetTransform()
        self.scale(scale, scale)
        self.centerOn(room.center())
        self._fitted = True

    def zoom(self, factor: float) -> None:
        """Make the map larger or smaller around the middle or the pointer."""
        now = self.transform().m11()
        factor = max(_SMALLEST / now, min(_LARGEST / now, factor))
        self.scale(factor, factor)
        self._fitted = False

    def choose(self, code: str) -> None:
        """Select a node or flow and bring it into sight."""
        shape = self._shapes.get(code)
        if shape is not None and not shape.isSelected():
            self.scene().clearSelection()
            shape.setSelected(True)
        if shape is not None:
            self.ensureVisible(shape, 20, 20)

    @property
    def chosen(self) -> str:
        """Return the code of what is selected, or ""."""
        return next((code for code, shape in self._shapes.items() if shape.isSelected()), "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(_STEP ** (event.angleDelta().y() / 120))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _WAYS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._walk(_WAYS[key])
        elif key in _WAYS:
            self._pan(_WAYS[key])
        elif key in (act := self._plain_keys()):
            act[key]()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted and self._shapes:
            self.fit()

    def drawBackground(self, painter: QPainter, rect: QRectF | object) -> None:
        assert isinstance(rect, QRectF)  # noqa: S101 - Qt hands a QRectF
        painter.fillRect(rect, theme.colour("surface"))
        if self.transform().m11() < 0.4:  # noqa: PLR2004 - closer dots would be a grey haze
            return
        painter.setPen(QPen(theme.colour("border"), 1.4))
        x = rect.left() - rect.left() % _GRID
        while x < rect.right():
            y = rect.top() - rect.top() % _GRID
            while y < rect.bottom():
                painter.drawPoint(QPointF(x, y))
                y += _GRID
            x += _GRID

    def _plain_keys(self) -> dict[Qt.Key, Callable[[], None]]:
        return {
            Qt.Key.Key_Plus: lambda: self.zoom(_STEP),
            Qt.Key.Key_Equal: lambda: self.zoom(_STEP),
            Qt.Key.Key_Minus: lambda: self.zoom(1 / _STEP),
            Qt.Key.Key_F: self.fit,
            Qt.Key.Key_Escape: self.scene().clearSelection,
        }

    def _pan(self, way: QPointF) -> None:
        for bar, step in (
            (self.horizontalScrollBar(), way.x()),
            (self.verticalScrollBar(), way.y()),
        ):
            bar.setValue(bar.value() + round(step * _PAN))
        self._fitted = False

    def _walk(self, way: QPointF) -> None:
        """Choose the nearest node in a direction; the first one when none is chosen."""
        boxes = [shape for shape in self._shapes.values() if isinstance(shape, BoxShape)]
        now = self._shapes.get(self.chosen)
        if now is None or not boxes:
            self.choose(boxes[0].code if boxes else "")
            return
        start = now.boundingRect().center()
        near = [(_far(box.boundingRect().center() - start, way), box.code) for box in boxes]
        ahead = [hit for hit in near if hit[0] is not None and hit[1] != now.code]
        if ahead:
            self.choose(min(ahead, key=lambda hit: hit[0] or 0.0)[1])

    def _tell(self) -> None:
        self.picked.emit(self.chosen)


def _far(step: QPointF, way: QPointF) -> float | None:
    """Return how far a step leads in a direction, sideways counted double, or None if back."""
    along = QPointF.dotProduct(step, way)
    aside = abs(step.x() * way.y()) + abs(step.y() * way.x())
    return along + 2 * aside if along > 1 else None
