"""Words at the foot of the window for a few seconds, with a way back beside them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QWidget

from cxo_desktop.i18n import _
from cxo_desktop.ui.widgets.cards import plain_button
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import row

SECONDS = 8
_ABOVE_FOOT = 20


class Toast(QFrame):
    """Goes away by itself, but not while the pointer is on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.setProperty("card", "toast")
        self._take_back: Callable[[], object] | None = None
        self._words = plain_label("", "bodyStrong", "surface")
        self.undo = plain_button(_("Undo"), handler=self._on_undo)
        self.setLayout(row(self._words, self.undo, spacing=14, margins=(16, 8, 10, 8)))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """Return the words shown."""
        return self._words.text()

    def say(self, words: str, undo: Callable[[], object] | None = None) -> None:
        """Show words for eight seconds, with a button for ``undo``, if there is any."""
        self._take_back = undo
        self._words.setText(words)
        self.setAccessibleName(words)
        self.undo.setVisible(undo is not None)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def forget(self) -> None:
        """Hide, and keep no words."""
        self._take_back = None
        self._words.clear()
        self.setAccessibleName("")
        self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        room = self._parent.rect()
        size = self.sizeHint().boundedTo(room.size())
        self.setGeometry(
            (room.width() - size.width()) // 2,
            room.height() - size.height() - _ABOVE_FOOT,
            size.width(),
            size.height(),
        )

    def _on_undo(self) -> None:
        self.hide()
        if self._take_back is not None:
            self._take_back()
