"""A map to work on: nodes and flows are chosen, walked and moved, by keys as by mouse."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from cxo_desktop.domain.drawing import Drawing
from cxo_desktop.ui.map_acts import map_acts
from cxo_desktop.ui.widgets import map_walk
from cxo_desktop.ui.widgets.map_canvas import STEP
from cxo_desktop.ui.widgets.map_hands import MapHands
from cxo_desktop.ui.widgets.map_surface import MapSurface
from cxo_desktop.ui.widgets.minimap import Minimap

_PAN, _NUDGE = 60, 12.0
_WAYS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_NUDGES = {
    "left": (-_NUDGE, 0.0),
    "right": (_NUDGE, 0.0),
    "up": (0.0, -_NUDGE),
    "down": (0.0, _NUDGE),
}
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class MapView(MapSurface):
    """The map of the window: every act has its keys, and the mouse its gestures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.minimap = Minimap(self)
        self.hands = MapHands(self)
        self.in_front.append(self.hands.paint)
        self.setMouseTracking(True)
        self.setRubberBandSelectionMode(Qt.ItemSelectionMode.ContainsItemShape)
        self.acts = {one.act: self._action(one.act, one.words, one.keys) for one in map_acts()}

    def show_drawing(self, drawing: Drawing, *, same: bool = False) -> None:
        """Show a map, whole; of the ``same`` map as before, the part that was seen."""
        super().show_drawing(drawing, same=same)
        self.hands.leave()
        self.minimap.show_drawing(drawing)

    def do(self, act: str) -> None:
        """Do what a key asks for, or ask the page to."""
        own: dict[str, Callable[[], object]] = {
            "all": lambda: self.choose(*self.shapes),
            "fit": self.fit,
            "close_up": self.close_up,
            "larger": partial(self.zoom, STEP),
            "smaller": partial(self.zoom, 1 / STEP),
            "overview": self.minimap.toggle,
        }
        if act in own:
            own[act]()
        elif act in _NUDGES:
            moved = dict.fromkeys(self.hands.boxes(self.chosen_all), _NUDGES[act])
            if moved:
                self.dragged.emit(moved)
        else:
            self.asked.emit(act)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _WAYS:
            self._walk(_WAYS[key], held)
        elif key == Qt.Key.Key_Escape:
            self.hands.leave()
            self.scene().clearSelection()
            self.asked.emit("plain")
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.hands.press(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.hands.move(event):
            super().mouseMoveEvent(event)
            self.hands.follow()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.hands.release(event):
            super().mouseReleaseEvent(event)
            self.hands.let_go()
        event.accept()

    def _walk(self, way: QPointF, held: Qt.KeyboardModifier) -> None:
        """Walk along arrows, with Ctrl to what is nearest; with Shift what was chosen stays so.

        With nothing chosen the map moves.
        """
        near = bool(held & _CONTROL)
        if self.drawing is None or (not self.chosen and not near):
            for bar, step in (
                (self.horizontalScrollBar(), way.x()),
                (self.verticalScrollBar(), way.y()),
            ):
                bar.setValue(bar.value() + round(step * _PAN))
            self._fitted = False
            return
        walk = map_walk.nearest if near else map_walk.along_arrows
        first = self.drawing.boxes[0].code if self.drawing.boxes else ""
        to = walk(self.drawing, self.chosen, way) if self.chosen else first
        kept = self.chosen_all if held & _SHIFT else ()
        if to:
            self.choose(*(code for code in kept if code != to), to)

    def _action(self, act: str, words: str, keys: tuple[str, ...]) -> QAction:
        action = QAction(words, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: self.do(act))
        self.addAction(action)
        return action
