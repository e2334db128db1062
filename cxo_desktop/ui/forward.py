"""A second start of the program brings the first window forward."""

from __future__ import annotations

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt
from PySide6.QtWidgets import QWidget

from cxo_desktop.app.arrival import InstanceLock


class ComeForward(QObject):
    """Watches the folder of the lock, at no cost while nothing happens there."""

    def __init__(self, lock: InstanceLock, folder: str, window: QWidget) -> None:
        super().__init__(window)
        self._lock = lock
        self._window = window
        self._watcher = QFileSystemWatcher([folder], self)
        self._watcher.directoryChanged.connect(self._look)

    def _look(self) -> None:
        if self._lock.asked_to_raise():
            state = self._window.windowState() & ~Qt.WindowState.WindowMinimized
            self._window.setWindowState(state | Qt.WindowState.WindowActive)
            self._window.show()
            self._window.raise_()
            self._window.activateWindow()
