"""A map to look at: zoom by wheel and keys, fit, pan, choose a node or flow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from cxo_desktop.domain.drawing import Drawing
from cxo_desktop.i18n import _
from cxo_desktop.ui import theme
from cxo_desktop.ui.widgets import map_walk
from cxo_desktop.ui.widgets.map_shapes import ArrowShape, BoxShape, LaneShape, WordsShape

_STEP, _SMALLEST, _LARGEST, _FIT_LARGEST = 1.2, 0.1, 6.0, 1.6
_MARGIN, _GRID, _PAN = 18.0, 24.0, 60
_LEGIBLE, _BEGINNING = 0.7, 1.1
_WAYS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


_EDITS = {
    Qt.Key.Key_N: "new",
    Qt.Key.Key_Insert: "new",
    Qt.Key.Key_C: "connect",
    Qt.Key.Key_E: "edit",
    Qt.Key.Key_F2: "edit",
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_L: "tidy",
    Qt.Key.Key_Slash: "find",
    Qt.Key.Key_U: "upstream",
    Qt.Key.Key_D: "downstream",
}
_CTRL = {Qt.Key.Key_F: "find", Qt.Key.Key_C: "copy", Qt.Key.Key_V: "paste"}
_ALT = {Qt.Key.Key_Up: "lane_up", Qt.Key.Key_Down: "lane_down"}
_HELD = {
    Qt.KeyboardModifier.ControlModifier: _CTRL,
    Qt.KeyboardModifier.AltModifier: _ALT,
}
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class MapView(QGraphicsView):
    """``picked`` tells the code of the node or flow that was chosen, "" for none.

    ``asked`` tells which change a key asks for; ``dragged`` a node and by how many points it was
    moved to the right and down.
    """

    picked = Signal(str)
    asked = Signal(str)
    dragged = Signal(str, float, float)

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
        self._drawing: Drawing | None = None
        self._fitted = True
        self._whole = QRectF(0, 0, 1, 1)

    def show_drawing(self, drawing: Drawing, *, same: bool = False) -> None:
        """Show a map, whole; the ``same`` map as before stays where it was zoomed to."""
        scene = self.scene()
        middle = self.mapToScene(self.viewport().rect().center())
        self._drawing = drawing
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
        if same and not self._fitted:
            self.centerOn(middle)
            return
        self.fit()
        if self.transform().m11() < _LEGIBLE:
            _begin(self, self._whole)
            self._fitted = False

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
        key, held = Qt.Key(event.key()), event.modifiers()
        with_held = _HELD.get(held & ~Qt.KeyboardModifier.KeypadModifier, {})
        if key in with_held:
            self.asked.emit(with_held[key])
        elif key in _WAYS:
            self._step(_WAYS[key], held=bool(held & Qt.KeyboardModifier.ControlModifier))
        elif key in _EDITS and held in {_PLAIN, _SHIFT}:
            self.asked.emit("tidy_all" if (key, held) == (Qt.Key.Key_L, _SHIFT) else _EDITS[key])
        elif key in (act := self._plain_keys()):
            act[key]()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()
        moved = [(code, shape.pos()) for code, shape in self._shapes.items() if shape.pos()]
        for code, by in moved:
            self.dragged.emit(code, by.x(), by.y())

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
            Qt.Key.Key_Z: lambda: _close_up(self),
            Qt.Key.Key_Escape: self.scene().clearSelection,
        }

    def _pan(self, way: QPointF) -> None:
        for bar, step in (
            (self.horizontalScrollBar(), way.x()),
            (self.verticalScrollBar(), way.y()),
        ):
            bar.setValue(bar.value() + round(step * _PAN))
        self._fitted = False

    def _step(self, way: QPointF, *, held: bool) -> None:
        """Walk along arrows, with Ctrl to whatever is nearest; with none chosen move the map."""
        if self._drawing is None or (not self.chosen and not held):
            self._pan(way)
            return
        walk = map_walk.nearest if held else map_walk.along_arrows
        first = self._drawing.boxes[0].code if self._drawing.boxes else ""
        self.choose(walk(self._drawing, self.chosen, way) if self.chosen else first)

    def _tell(self) -> None:
        self.picked.emit(self.chosen)


def _begin(view: QGraphicsView, whole: QRectF) -> None:
    """Show the beginning of a map that is too long to be read whole."""
    port = view.viewport().rect()
    scale = max(_LEGIBLE, min(_BEGINNING, port.height() / (whole.height() + 2 * _MARGIN)))
    view.resetTransform()
    view.scale(scale, scale)
    wide, high = port.width() / scale / 2 - _MARGIN, port.height() / scale / 2 - _MARGIN
    tall = whole.height() > 2 * high
    view.centerOn(wide, high if tall else whole.height() / 2)


def _close_up(view: MapView) -> None:
    """Show what is chosen at its own size, in the middle."""
    chosen = view.scene().selectedItems()
    if chosen:
        view.zoom(1.4 / view.transform().m11())
        view.centerOn(chosen[0])
