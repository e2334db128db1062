"""The pages of the window, one shown at a time, and the way from one to another and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from cxo_desktop.ui.page import Page

_REMEMBERED = 50
Makers = Mapping[str, Callable[[], Page]]


@dataclass(frozen=True, slots=True)
class Stop:
    """A page by its key, and what was selected on it."""

    key: str
    where: str


class Pages(Mapping[str, Page]):
    """The pages by their keys; each is made when somebody asks for it first.

    ``made`` are those that are there already; ``on_made`` is told of each that is new.
    """

    def __init__(self, makers: Makers, on_made: Callable[[Page], object]) -> None:
        self._makers, self._on_made = makers, on_made
        self.made: dict[str, Page] = {}

    def __getitem__(self, key: str) -> Page:
        if key not in self.made:
            page = self.made[key] = self._makers[key]()
            self._on_made(page)
        return self.made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


class PageStack(QStackedWidget):
    """``shown`` tells the key of the page that is shown now, ``made`` each page that is new.

    Pages are taken down while the workspace is locked, so that no widget keeps a word of it.
    """

    shown = Signal(str)
    made = Signal(QWidget)

    def __init__(self, makers: Makers) -> None:
        super().__init__()
        self._makers = makers
        self.pages = Pages({}, self._take_in)
        self.key = ""
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []
        self._recent: list[str] = []

    def put_up(self) -> None:
        """Let the pages be made."""
        if not self.pages:
            self.pages = Pages(self._makers, self._take_in)

    def make_next(self) -> bool:
        """Make one of the pages that are not there yet; tell whether there was one."""
        missing = next((key for key in self.pages if key not in self.pages.made), None)
        return missing is not None and self.pages[missing] is not None

    def take_down(self) -> None:
        """Take the pages away with all they show, and forget the way."""
        pages, self.pages = self.pages.made, Pages({}, self._take_in)
        for page in pages.values():
            self.removeWidget(page)
            page.setParent(None)
            page.deleteLater()
        self._behind.clear()
        self._ahead.clear()

    def before_lock(self) -> None:
        """Let every page put what is being typed on the disk. Raises CxoError."""
        for page in self.pages.made.values():
            page.before_lock()

    @property
    def page(self) -> Page | None:
        """Return the page that is shown."""
        return self.pages.made.get(self.key)

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

    def _take_in(self, page: Page) -> None:
        self.addWidget(page)
        self.made.emit(page)

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
