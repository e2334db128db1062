"""Work that takes a while: how it is stopped and how it tells its progress; no threads."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from cxo_desktop.domain.errors import Cancelled

Progress = Callable[[float, str], None]


class CancelToken:
    """Ask a task to stop; the task looks between its steps."""

    def __init__(self) -> None:
        self._event = Event()

    def cancel(self) -> None:
        """Ask to stop."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Tell whether somebody asked to stop."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise Cancelled if somebody asked to stop."""
        if self._event.is_set():
            raise Cancelled


def silent(_share: float, _words: str) -> None:
    """Take no notice of progress."""
