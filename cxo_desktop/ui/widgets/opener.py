"""A card that opens what it rests on: by a click, by Enter, by the space bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Opener(QObject):
    """Makes a card one that can be chosen; ``opened`` when it is."""

    opened = Signal()

    def __init__(self, card: QFrame, words: str) -> None:
        super().__init__(card)
        card.setProperty("opens", "true")
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        card.setCursor(Qt.CursorShape.PointingHandCursor)
        card.setToolTip(words)
        card.setAccessibleDescription(words)
        card.installEventFilter(self)

    def eventFilter(self, _card: QObject, event: QEvent) -> bool:
        """Tell of a click and of the keys that choose."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _KEYS:
                self.opened.emit()
                return True
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            self.opened.emit()
        return False
