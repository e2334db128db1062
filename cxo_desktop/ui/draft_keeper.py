"""Keeps what is being typed: shortly after a pause, and at least every two seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE_MS, MOST_MS = 300, 2000


class DraftKeeper(QObject):
    """Calls ``keep`` with the latest line and caret; ``flush`` does so at once."""

    def __init__(self, keep: Callable[[str, int], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keep = keep
        self._latest: tuple[str, int] | None = None
        self._pause, self._most = QTimer(self), QTimer(self)
        for timer, wait in ((self._pause, PAUSE_MS), (self._most, MOST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self.flush)

    def note(self, raw: str, caret: int) -> None:
        """Take note of the line as it is now."""
        self._latest = raw, caret
        self._pause.start()
        if not self._most.isActive():
            self._most.start()

    def drop(self) -> None:
        """Forget the line: it is kept elsewhere, or not wanted."""
        self._latest = None
        self._pause.stop()
        self._most.stop()

    def flush(self) -> None:
        """Keep what was not kept yet."""
        latest = self._latest
        self.drop()
        if latest is not None:
            self._keep(*latest)
