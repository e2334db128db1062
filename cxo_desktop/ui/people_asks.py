"""What the page of people asks for in dialogs: a person, a plan, a parting, a table."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cxo_desktop.app.import_people import read_table
from cxo_desktop.i18n import _
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.dialogs.opened import open_once
from cxo_desktop.ui.dialogs.parting import PartingDialog
from cxo_desktop.ui.dialogs.people_import import PeopleImportDialog
from cxo_desktop.ui.dialogs.person import PersonDialog
from cxo_desktop.ui.dialogs.plan import PlanDialog


class PeopleAsks(QObject):
    """``kept`` tells the code of a person who was added or changed."""

    kept = Signal(str)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def add(self) -> None:
        """Ask for a new person."""
        self.change("")

    def change(self, code: str) -> None:
        """Ask what is known of a person; "" for a new one."""
        if self._desk.engagement is not None:
            dialog = PersonDialog(self._desk, self._desk.engagement, code, self._page)
            dialog.accepted.connect(lambda: self.kept.emit(dialog.code))
            open_once(dialog)

    def plan(self, code: str) -> None:
        """Ask when to hear a person, and by which guide."""
        if self._desk.engagement is not None:
            open_once(PlanDialog(self._desk, self._desk.engagement, code, self._page))

    def part(self, code: str) -> None:
        """Show what goes with a withdrawal, or with forgetting a person."""
        if self._desk.engagement is not None:
            open_once(PartingDialog(self._desk, self._desk.engagement, code, self._page))

    def for_file(self) -> None:
        """Ask for a table of people."""
        kinds = _("Tables of people (*.csv *.tsv *.xlsx)")
        name, _filter = QFileDialog.getOpenFileName(self._page, _("Import people"), "", kinds)
        if name:
            self.take_table(Path(name))

    def take_table(self, file: Path) -> None:
        """Show what a table of people would bring, and take it in if that is wanted."""
        engagement = self._desk.engagement
        table = self._desk.attempt(lambda: read_table(file))
        if engagement is not None and table is not None:
            open_once(PeopleImportDialog(self._desk, engagement, table, self._page))
