"""A map on the screen: what is drawn of it, how large, and which part of it is seen."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from cxo_desktop.domain.drawing import Arrow, Box, Drawing
from cxo_desktop.i18n import _
from cxo_desktop.ui import theme
from cxo_desktop.ui.widgets.map_shapes import ArrowShape, BoxShape
from cxo_desktop.ui.widgets.map_tiles import MapTiles

STEP = 1.2
_SMALLEST, _LARGEST, _FIT_LARGEST, _CLOSE = 0.1, 6.0, 1.6, 1.4
_MARGIN, _GRID, _DOTS_FROM = 18.0, 24.0, 0.4
_LEGIBLE, _BEGINNING = 0.7, 1.1
Shapes = dict[str, BoxShape | ArrowShape]
Painting = Callable[[QPainter], None]


class MapCanvas(QGraphicsView):
    """Shows a drawing; ``seen`` tells that another part of it is seen, or in another size."""

    seen = Signal()

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
        self.tiles = MapTiles(self.scene())
        self.shapes: Shapes = {}
        self.drawing: Drawing | None = None
        self.in_front: list[Painting] = []
        self._fitted = True
        self._whole = QRectF(0, 0, 1, 1)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.seen)

    def show_drawing(self, drawing: Drawing, *, same: bool = False) -> None:
        """Show a map, whole; the ``same`` map as before stays where it was zoomed to."""
        scene = self.scene()
        middle = self.mapToScene(self.viewport().rect().center())
        self.drawing = drawing
        scene.blockSignals(True)
        if not same:
            scene.clearSelection()
        self.tiles.show(drawing)
        self.shapes = _renewed(scene, self.shapes, drawing)
        far = max(drawing.width, drawing.height)
        self._whole = QRectF(0, 0, drawing.width, drawing.height)
        scene.setSceneRect(self._whole.adjusted(-far, -far, far, far))
        scene.blockSignals(False)
        self.setAccessibleName(_("Map: {title}").format(title=drawing.title))
        self.setAccessibleDescription(drawing.description)
        if same and not self._fitted:
            self.centerOn(middle)
            self.seen.emit()
            return
        self.fit()
        if self.transform().m11() < _LEGIBLE:
            _begin(self, self._whole)
            self._fitted = False
            self.seen.emit()

    def fit(self) -> None:
        """Show the whole map as large as it goes."""
        self._fit_to(self._whole, _FIT_LARGEST)
        self._fitted = True

    def close_up(self) -> None:
        """Show what is chosen as large as it goes, at most a little above its own size."""
        rect = QRectF()
        for shape in self.scene().selectedItems():
            rect = rect.united(shape.sceneBoundingRect())
        if not rect.isNull():
            self._fit_to(rect, _CLOSE)

    def zoom(self, factor: float) -> None:
        """Make the map larger or smaller around the middle or the pointer."""
        now = self.transform().m11()
        factor = max(_SMALLEST / now, min(_LARGEST / now, factor))
        self.scale(factor, factor)
        self._fitted = False
        self.seen.emit()

    def look_at(self, spot: QPointF) -> None:
        """Bring a point of the map into the middle."""
        self.centerOn(spot)
        self._fitted = False

    @property
    def whole(self) -> QRectF:
        """Return how far the map reaches, in points."""
        return self._whole

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(STEP ** (event.angleDelta().y() / 120))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted and self.shapes:
            self.fit()
        self.seen.emit()

    def drawBackground(self, painter: QPainter, rect: QRectF | object) -> None:
        assert isinstance(rect, QRectF)  # noqa: S101 - Qt hands a QRectF
        painter.fillRect(rect, theme.colour("surface"))
        scale = self.transform().m11()
        if scale < _DOTS_FROM:  # closer dots would be a grey haze
            return
        gap = _GRID * 2 ** max(0, math.ceil(-math.log2(scale)))
        painter.setPen(QPen(theme.colour("border"), 1.4))
        left, top = rect.left() - rect.left() % gap, rect.top() - rect.top() % gap
        across, down = int(rect.width() / gap) + 2, int(rect.height() / gap) + 2
        painter.drawPoints(
            [QPointF(left + x * gap, top + y * gap) for x in range(across) for y in range(down)]
        )

    def drawForeground(self, painter: QPainter, _rect: QRectF | object) -> None:
        for paint in self.in_front:
            paint(painter)

    def _fit_to(self, wanted: QRectF, most: float) -> None:
        room = wanted.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        port = self.viewport().rect()
        scale = min(port.width() / room.width(), port.height() / room.height(), most)
        self.resetTransform()
        self.scale(scale, scale)
        self.centerOn(room.center())
        self._fitted = False
        self.seen.emit()


def _renewed(scene: QGraphicsScene, old: Shapes, drawing: Drawing) -> Shapes:
    """Return a shape for each part of a drawing: those of parts that are as they were stay."""
    shapes: Shapes = {}
    parts: tuple[Arrow | Box, ...] = (*drawing.arrows, *drawing.boxes)
    for part in parts:
        shape = old.pop(part.code, None)
        if shape is not None and shape.part == part:
            shape.setPos(0, 0)
            shapes[part.code] = shape
            continue
        new = BoxShape(part) if isinstance(part, Box) else ArrowShape(part)
        scene.addItem(new)
        if shape is not None:
            new.setSelected(shape.isSelected())
            scene.removeItem(shape)
        new.cover()
        shapes[part.code] = new
    for shape in old.values():
        scene.removeItem(shape)
    return shapes


def _begin(view: MapCanvas, whole: QRectF) -> None:
    """Show the beginning of a map that is too long to be read whole."""
    port = view.viewport().rect()
    scale = max(_LEGIBLE, min(_BEGINNING, port.height() / (whole.height() + 2 * _MARGIN)))
    view.resetTransform()
    view.scale(scale, scale)
    wide, high = port.width() / scale / 2 - _MARGIN, port.height() / scale / 2 - _MARGIN
    tall = whole.height() > 2 * high
    view.centerOn(wide, high if tall else whole.height() / 2)
