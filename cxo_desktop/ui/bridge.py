"""From the application's events to one Qt signal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from cxo_desktop.app.events import Changed, Events


class EventBridge(QObject):
    """Says ``changed`` once for each change, after its commit."""

    changed = Signal(Changed)

    def __init__(self, events: Events, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unsubscribe = events.subscribe(self._tell)

    def close(self) -> None:
        """Listen no longer."""
        self._unsubscribe()

    def _tell(self, changed: Changed) -> None:
        self.changed.emit(changed)
