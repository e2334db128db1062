"""The window: the rail, the top bar, and the pages between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from cxo_desktop.domain.errors import CxoError
from cxo_desktop.ui import manners
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.gate import Doorway
from cxo_desktop.ui.page_stack import Pages
from cxo_desktop.ui.theme import Theme
from cxo_desktop.ui.widgets.layouts import boxed, column, row
from cxo_desktop.ui.window_parts import make_parts

if TYPE_CHECKING:
    from cxo_desktop.ui.pages.brief import BriefPage
    from cxo_desktop.ui.pages.capture import CapturePage

SIZE = QSize(1366, 768)
_SMALLEST = QSize(910, 512)
_NARROW = 1100


class MainWindow(QMainWindow):
    """Places the parts, and leaves nothing on the screen while the workspace is locked.

    ``crashed``: the window before this one ended without closing.
    """

    def __init__(self, desk: Desk, theme: Theme, *, crashed: bool = False) -> None:
        super().__init__()
        self.desk = desk
        self.parts = make_parts(desk, theme, self)
        self.parts.banners.crashed = crashed
        self.rail, self.top, self.notice = self.parts.rail, self.parts.top, self.parts.notice
        self.stack, self.actions_by_key = self.parts.stack, self.parts.actions
        self.palette_box = self.parts.finding.box
        self.stack.made.connect(lambda page: manners.divide_again(page, desk.settings))
        self._build()
        self._door.opened.connect(self._let_in)
        self._door.sample_asked.connect(self.actions_by_key["engagement.sample"].trigger)
        desk.opened.connect(self.show_engagement)
        desk.listed.connect(self.show_engagement)
        desk.let_go.connect(self._shut)
        if desk.workspace.vault.locked:
            self._shut()
        else:
            self._let_in()

    @property
    def pages(self) -> Pages:
        """Return the pages by their keys; none while the workspace is locked."""
        return self.stack.pages

    @property
    def capture(self) -> CapturePage:
        """Return the page where interviews are typed."""
        return cast("CapturePage", self.pages["capture"])

    @property
    def brief(self) -> BriefPage:
        """Return the page where the brief is made."""
        return cast("BriefPage", self.pages["brief"])

    def go_to(self, key: str) -> None:
        """Show a page."""
        self.stack.go_to(key)

    def new_interview(self, person: str = "") -> None:
        """Go to Capture and ask who the interview is with, or take that person."""
        self.parts.routes.begin_interview(person)

    def open_palette(self) -> None:
        """Open the palette over every action and record."""
        self.parts.finding.open_all()

    def show_engagement(self) -> None:
        """Show which engagement is open, and offer the others."""
        name, stage = self.desk.open_now
        self.top.show_engagement(name, stage)
        self.top.offer(self.desk.engagements())
        self.setWindowTitle(f"{name} · CxO Desktop" if name else "CxO Desktop")

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < _NARROW
        self.rail.set_narrow(narrow=narrow)
        self.top.set_narrow(narrow=narrow)
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        try:
            self.stack.before_lock()
        except CxoError as error:
            if self.notice.isHidden():  # asked once more, it closes
                self.notice.show_error(error)
                event.ignore()
                return
        manners.remember(self, self.desk.settings, self.stack.key)
        self.desk.close()
        super().closeEvent(event)

    def _let_in(self) -> None:
        """Put the pages up and open the engagement that was open last."""
        self.stack.put_up()
        self.parts.enable(on=True)
        place = self.stack.key or self.desk.settings.now.place
        self.go_to(place if place in self.pages else "home")
        self.desk.attempt(self.desk.open_wanted)
        if self.desk.engagement is None:
            self.show_engagement()

    def _shut(self) -> None:
        """Leave no word in the window, and ask for the passphrase."""
        self.parts.forget()
        self.show_engagement()
        self._door.ask()

    def _build(self) -> None:
        bars = column(self.parts.banners, self.notice, spacing=6, margins=(16, 0, 16, 0))
        right = column(self.top, bars, self.stack, spacing=0)
        right.setStretch(2, 1)
        (whole := row(self.rail, right, spacing=0)).setStretch(1, 1)
        (centre := boxed(whole)).setProperty("ground", "bg")
        self._door = Doorway(centre, self.desk)
        self.setCentralWidget(self._door)
        self.setMinimumSize(_SMALLEST)
        self.resize(SIZE)
