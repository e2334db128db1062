"""What all pages have in common: they ask again when something changed, once they are seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from cxo_desktop.app.events import Changed
from cxo_desktop.domain.errors import CxoError
from cxo_desktop.domain.records import Record
from cxo_desktop.ui.desk import Desk


class Page(QWidget):
    """A page over the engagement that is open; `refresh` asks for everything it shows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("ground", "bg")
        self.desk = desk
        self._stale = True
        self.savers: list[Callable[[], object]] = []
        self.selected: Callable[[], Record | None] = lambda: None
        desk.opened.connect(self.reopened)
        desk.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show the engagement as it is now."""
        raise NotImplementedError

    def reopened(self) -> None:
        """Take note that another engagement is open."""
        self._soon()

    def refresh_after(self, changed: Changed) -> None:
        """Show what a change may have changed; pages that can do with less override it."""
        del changed
        self.refresh()

    def before_lock(self) -> None:
        """Put what is being typed on the disk by ``savers``; before a lock, a close, a retry.

        Raises CxoError when it cannot be: then nothing is locked, and the words stay.
        """
        refused: list[CxoError] = []
        self.desk.troubled.connect(refused.append)
        try:
            for save in self.savers:
                save()
        finally:
            self.desk.troubled.disconnect(refused.append)
        if refused:
            raise refused[0]

    def where(self) -> str:
        """Return what is selected, for coming back to it; by code, "" for nothing."""
        return ""

    def go_back_to(self, where: str) -> None:
        """Select what ``where`` told."""

    def current_record(self) -> Record | None:
        """Return the record that is selected: its history can be shown, it can be removed."""
        return self.selected()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def _soon(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _on_changed(self, changed: Changed) -> None:
        if self.isVisible():
            self.refresh_after(changed)
        else:
            self._stale = True
