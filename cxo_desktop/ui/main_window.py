"""The window: the rail, the top bar, and the pages between them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from cxo_desktop.ui.actions import ActionSpec, install
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.engagement_work import ask_for_engagement, take_sample
from cxo_desktop.ui.finder import entries
from cxo_desktop.ui.gate import Doorway
from cxo_desktop.ui.page import Page
from cxo_desktop.ui.pages.brief import BriefPage
from cxo_desktop.ui.pages.capture import CapturePage
from cxo_desktop.ui.pages.home import HomePage
from cxo_desktop.ui.pages.maps import MapsPage
from cxo_desktop.ui.theme import Theme
from cxo_desktop.ui.widgets.layouts import boxed, column, row
from cxo_desktop.ui.widgets.notice import Notice
from cxo_desktop.ui.widgets.palette import Palette
from cxo_desktop.ui.widgets.rail import Rail
from cxo_desktop.ui.widgets.top_bar import TopBar
from cxo_desktop.ui.window_actions import (
    Handlers,
    look_actions,
    place_actions,
    places,
    window_actions,
)

SIZE = QSize(1366, 768)


class MainWindow(QMainWindow):
    """Places the pages and hands each action to whoever does it."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self.desk = desk
        self.capture, self.brief = CapturePage(desk), BriefPage(desk)
        self.pages: dict[str, Page] = {
            "home": HomePage(desk),
            "capture": self.capture,
            "maps": MapsPage(desk),
            "brief": self.brief,
        }
        self.rail, self.top, self.notice = Rail(places()), TopBar(), Notice()
        self.palette_box = Palette(self)
        self._stack = QStackedWidget()
        own, looks = window_actions(self._handlers()), look_actions(theme.choose)
        self.specs: tuple[ActionSpec, ...] = (*place_actions(places(), self.go_to), *own, *looks)
        self.actions_by_key = install(self.specs, self)
        self._build()
        self.rail.offer_looks([self.actions_by_key[spec.key] for spec in looks])
        self._connect()
        self.show_engagement()
        self.go_to("home")
        self._door.ask()

    def go_to(self, key: str) -> None:
        """Show a page."""
        self._stack.setCurrentWidget(self.pages[key])
        self.rail.go_to(key)
        self.pages[key].setFocus()

    def _let_in(self) -> None:
        self._enable_actions(on=True)
        self.show_engagement()
        self.desk.attempt(self.desk.open_wanted)

    def _enable_actions(self, *, on: bool) -> None:
        for key, action in self.actions_by_key.items():
            action.setEnabled(on or key == "quit" or key.startswith("look."))

    def show_engagement(self) -> None:
        """Show which engagement is open, and offer the others."""
        name, stage = self.desk.open_now
        self.top.show_engagement(name, stage)
        self.top.offer(self.desk.engagements())
        self.setWindowTitle(f"{name} · CxO Desktop" if name else "CxO Desktop")

    def new_interview(self, person: str = "") -> None:
        """Go to Capture and ask who the interview is with, or take that person."""
        self.go_to("capture")
        self.capture.new_interview(*filter(None, [person]))

    def make_brief(self) -> None:
        """Go to Brief and make it."""
        self.go_to("brief")
        self.brief.make()

    def open_palette(self) -> None:
        """Open the palette over commands, people and notes."""
        top = QPoint(self.width() // 2, self.top.height() + 4)
        self.palette_box.open_with(entries(self.specs, self.desk.engagement), top)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.desk.close()
        super().closeEvent(event)

    def _found(self, key: str) -> None:
        kind, _colon, code = key.partition(":")
        if kind == "do":
            self.actions_by_key[code].trigger()
        elif kind == "note":
            self.go_to("capture")
            self.capture.show_note(code)
        else:
            self.new_interview(code)

    def _handlers(self) -> Handlers:
        return {
            "palette": self.open_palette,
            "interview.new": self.new_interview,
            "interview.end": self.capture.end_interview,
            "brief.make": self.make_brief,
            "engagement.new": lambda: ask_for_engagement(self.desk, self),
            "engagement.sample": lambda: take_sample(self.desk),
            "quit": self.close,
        }

    def _build(self) -> None:
        for page in self.pages.values():
            self._stack.addWidget(page)
        right = column(
            self.top, column(self.notice, margins=(16, 0, 16, 0)), self._stack, spacing=0
        )
        right.setStretch(2, 1)
        (whole := row(self.rail, right, spacing=0)).setStretch(1, 1)
        (centre := boxed(whole)).setProperty("ground", "bg")
        self._door = Doorway(centre, self.desk.workspace, self.desk.runner)
        self.setCentralWidget(self._door)
        self.resize(SIZE)

    def _connect(self) -> None:
        self._door.locked.connect(lambda: self._enable_actions(on=False))
        self._door.opened.connect(self._let_in)
        self.rail.gone_to.connect(self.go_to)
        self.top.chosen.connect(lambda code: self.desk.attempt(lambda: self.desk.open(code)))
        self.top.new_asked.connect(self.actions_by_key["engagement.new"].trigger)
        self.top.search_asked.connect(self.open_palette)
        self.palette_box.chosen.connect(self._found)
        self.desk.opened.connect(self.show_engagement)
        self.desk.changed.connect(lambda _changed: self.top.show_saved())
        self.desk.unsaved.connect(self.top.show_unsaved)
        self.desk.troubled.connect(self.notice.show_error)
        self.desk.asked.connect(lambda key: self.actions_by_key[key].trigger())
