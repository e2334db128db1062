"""When the workspace locks itself: nobody there, the lid closed, the session locked, or asked."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QDialog

from cxo_desktop.domain.errors import CxoError, ReadOnly
from cxo_desktop.ui.application import application
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.page_stack import PageStack

LOOK_EVERY = 5.0
_SLEPT = 30.0
_SOMEBODY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
Clock = Callable[[], float]


@dataclass(slots=True)
class LastKey:
    """When somebody was there last, on the steady clock; other threads may look at it."""

    at: float = 0.0


class Locking(QObject):
    """Puts what is being typed on the disk, then leaves no word in the window, then locks.

    ``wall`` and ``steady`` are clocks in seconds: the laptop slept while only the first went on.
    """

    def __init__(
        self,
        desk: Desk,
        pages: PageStack,
        wall: Clock = time.time,
        steady: Clock = time.monotonic,
        typed: LastKey | None = None,
    ) -> None:
        super().__init__(pages)
        self._desk = desk
        self._pages = pages
        self._wall, self._steady = wall, steady
        self._typed = typed or LastKey()
        self._typed.at = self._looked = steady()
        self._looked_wall = wall()
        self._timer = QTimer(self)
        self._timer.setInterval(int(LOOK_EVERY * 1000))
        self._timer.timeout.connect(self.look)
        self._timer.start()
        # The filter hangs on the window that has the focus: on the application it would be asked
        # about every single event of every widget.
        self._watched: QWindow | None = None
        application().focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())
        self._copied_here = False
        QApplication.clipboard().dataChanged.connect(self._note_copy)

    def look(self) -> None:
        """Lock if nobody has been there for the minutes that were chosen, or the laptop slept."""
        steady, wall = self._steady(), self._wall()
        slept = (wall - self._looked_wall) - (steady - self._looked) > _SLEPT
        self._looked, self._looked_wall = steady, wall
        if slept or steady - self._typed.at >= self._desk.settings.now.idle_minutes * 60:
            self.lock()

    def lock(self) -> None:
        """Lock now. When what is being typed cannot be saved, say so and stay open instead.

        Where nothing can ever be saved it locks all the same: the words are held, sealed, and
        the gate says so.
        """
        if self._desk.workspace.vault.locked:
            return
        try:
            with suppress(ReadOnly):
                self._pages.before_lock()
        except CxoError as error:
            self._desk.unsaved.emit()
            self._desk.troubled.emit(error)
            return
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog):
                widget.reject()
        if self._copied_here:
            QApplication.clipboard().clear()
        self._pages.take_down()
        self._desk.lock()

    def _watch(self, window: QWindow | None) -> None:
        if window is not None and window is not self._watched:
            window.removeEventFilter(self)
            window.installEventFilter(self)
            self._watched = window

    def _note_copy(self) -> None:
        """Tell our own copies from those of other programs: ours are made while we have the focus.

        Not every platform says who owns the clipboard.
        """
        self._copied_here = QGuiApplication.focusWindow() is not None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SOMEBODY:
            self._typed.at = self._steady()
        return False
