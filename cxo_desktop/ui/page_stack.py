"""The pages of the window, one shown at a time, and the way from one to another and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from cxo_desktop.ui.page import Page

_REMEMBERED = 50
Makers = Mapping[str, Callable[[], Page]]


@dataclass(frozen=True, slots=True)
class Stop:
    """A page by its key, and what was selected on it."""

    key: str
    where: str


class PageStack(QStackedWidget):
    """``shown`` tells the key of the page that is shown now.

    Pages are taken down while the workspace is locked, so that no widget keeps a word of it.
    """

    shown = Signal(str)

    def __init__(self, makers: Makers) -> None:
        super().__init__()
        self._makers = makers
        self.pages: dict[str, Page] = {}
        self.key = ""
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []
        self._recent: list[str] = []

    def put_up(self) -> None:
        """Make the pages, where they are not there."""
        if not self.pages:
            self.pages = {key: make() for key, make in self._makers.items()}
            for page in self.pages.values():
                self.addWidget(page)

    def take_down(self) -> None:
        """Take the pages away with all they show, and forget the way."""
        pages, self.pages = self.pages, {}
        for page in pages.values():
            self.removeWidget(page)
            page.setParent(None)
            page.deleteLater()
        self._behind.clear()
        self._ahead.clear()

    def before_lock(self) -> None:
        """Let every page put what is being typed on the disk. Raises CxoError."""
        for page in self.pages.values():
            page.before_lock()

    @property
    def page(self) -> Page | None:
        """Return the page that is shown."""
        return self.pages.get(self.key)

    def go_to(self, key: str) -> None:
        """Show a page; back leads here."""
        if self.key and key != self.key:
            self._behind = [*self._behind[-_REMEMBERED:], self._here()]
            self._ahead.clear()
        self._show(key)

    def go_back(self) -> None:
        """Show the page before, with what was selected there."""
        self._travel(self._behind, self._ahead)

    def go_forward(self) -> None:
        """Show the page that back came from."""
        self._travel(self._ahead, self._behind)

    def go_to_last(self) -> None:
        """Show the page that was shown before this one; again, and it is this one."""
        before = [key for key in self._recent if key != self.key]
        if before:
            self.go_to(before[-1])

    def _travel(self, stops: list[Stop], other: list[Stop]) -> None:
        if not stops:
            return
        other.append(self._here())
        stop = stops.pop()
        self._show(stop.key)
        if stop.where:
            self.pages[stop.key].go_back_to(stop.where)

    def _here(self) -> Stop:
        page = self.page
        return Stop(self.key, page.where() if page is not None else "")

    def _show(self, key: str) -> None:
        self.key = key
        self._recent = [*(one for one in self._recent if one != key), key]
        self.setCurrentWidget(self.pages[key])
        self.pages[key].setFocus()
        self.shown.emit(key)
