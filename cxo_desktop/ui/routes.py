"""From a record that was found to the page where it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.records import Record
from cxo_desktop.i18n import _
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.dialogs.history import HistoryDialog
from cxo_desktop.ui.page_stack import PageStack
from cxo_desktop.ui.record_words import kind_of

if TYPE_CHECKING:
    from cxo_desktop.ui.page import Page
    from cxo_desktop.ui.pages.brief import BriefPage
    from cxo_desktop.ui.pages.capture import CapturePage
    from cxo_desktop.ui.pages.maps import MapsPage
    from cxo_desktop.ui.pages.people import PeoplePage
    from cxo_desktop.ui.pages.records import RecordsPage
    from cxo_desktop.ui.pages.settings import SettingsPage
    from cxo_desktop.ui.pages.sync import SyncPage

_PLACE_OF = {
    "action": "actions",
    "dispatch": "actions",
    "check_in": "actions",
    "tool": "costs",
    "cost_item": "costs",
    "role_band": "costs",
}


class Routes(QObject):
    """Goes where a record is; a kind without a page of its own is shown among the records."""

    def __init__(self, desk: Desk, pages: PageStack, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._pages, self._window = desk, pages, window
        desk.record_asked.connect(self.follow)
        desk.history_asked.connect(self.show_history)
        desk.interview_asked.connect(self.begin_interview)
        desk.tray_asked.connect(self.show_tray)

    def follow(self, key: str) -> None:
        """Show a record, named ``table:code``."""
        table, _colon, code = key.partition(":")
        if table in ("note", "interview"):
            capture = self._capture()
            (capture.show_note if table == "note" else capture.show_interview)(code)
        elif table in ("data_node", "data_flow", "process_map"):
            maps = cast("MapsPage", self._at("maps"))
            (maps.show_map if table == "process_map" else maps.view.choose)(code)
        elif table == "person":
            cast("PeoplePage", self._at("people")).show_person(code)
        else:
            self._show_in_table(table, code)

    def begin_interview(self, person: str = "") -> None:
        """Go to Capture and ask who the interview is with, or take that person."""
        self._capture().new_interview(*filter(None, [person]))

    def end_interview(self) -> None:
        """Close the interview that is shown on Capture."""
        page = self._pages.pages.made.get("capture")
        if page is not None:
            cast("CapturePage", page).end_interview()

    def in_capture(self, what: str) -> None:
        """Go to Capture and read back, change the consent, or cover all but the interview."""
        self._capture().handlers[what]()

    def show_tray(self, interview: str, note: str) -> None:
        """Go to Maps, to a note there, to place it, or to the first one of its interview."""
        if not cast("MapsPage", self._at("maps")).to_note(note, interview):
            self._desk.said.emit(_("Every line that names a box or arrow has its place."), None)

    def make_brief(self) -> None:
        """Go to Brief and make it."""
        cast("BriefPage", self._at("brief")).make()

    def show_section(self, key: str) -> None:
        """Go to one section of the settings."""
        cast("SettingsPage", self._at("settings")).show_section(key)

    def show_matter(self, key: str) -> None:
        """Go to one matter of the share; what would happen is found out first."""
        page = cast("SyncPage", self._at("sync"))
        if key == "would":
            page.rehearse()
        else:
            page.show_matter(key)

    def show_history(self, record: Record) -> None:
        """Show the history of a record."""
        if self._desk.engagement is not None:
            HistoryDialog(self._desk, self._desk.engagement, record, self._window).open()

    def show_history_of_current(self) -> None:
        """Show the history of what is selected on the page."""
        record = _current(self._desk, self._pages)
        if record is not None:
            self.show_history(record)

    def remove_current(self) -> None:
        """Put what is selected on the page into the bin."""
        record = _current(self._desk, self._pages)
        if record is not None:
            self._desk.remove(record, _("{thing} removed").format(thing=kind_of(record)))

    def _show_in_table(self, table: str, code: str) -> None:
        engagement = self._desk.engagement
        if engagement is None or table not in BY_TABLE:
            return
        if not engagement.find(BY_TABLE[table].cls, code=code):
            return
        cast("RecordsPage", self._at(_PLACE_OF.get(table, "records"))).show_record(table, code)

    def _at(self, key: str) -> Page:
        self._pages.go_to(key)
        return self._pages.pages[key]

    def _capture(self) -> CapturePage:
        return cast("CapturePage", self._at("capture"))


def place_notes(desk: Desk, pages: PageStack) -> None:
    """Go to the notes to place, at the line that is in hand; to its place if it has one."""
    page = pages.page
    if pages.key == "capture" and page is not None:
        cast("CapturePage", page).handlers["place"]()
        return
    record = page.current_record() if page is not None else None
    desk.tray_asked.emit("", record.code if isinstance(record, Note) else "")


def _current(desk: Desk, pages: PageStack) -> Record | None:
    """Return what is selected on the page; with nothing selected that is said."""
    record = pages.page.current_record() if pages.page is not None else None
    if record is None:
        desk.said.emit(_("Nothing is selected here."), None)
    return record
