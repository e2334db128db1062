"""Take in people from a table: each column is given a meaning, and what comes in is shown first."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QPlainTextEdit, QScrollArea, QWidget

from cxo_desktop.app import import_people
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.import_people import PeopleImport, Table
from cxo_desktop.i18n import _
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.widgets.cards import plain_button, primary_button
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import boxed, column, row

_WIDTH, _HEIGHT, _REPORT = 760, 470, 96
_SHOWN, _LONGEST = 5, 40


class PeopleImportDialog(QDialog):
    """Nothing is written before "Take in"; then all of it is one operation."""

    def __init__(
        self, desk: Desk, engagement: OpenEngagement, table: Table, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._engagement = desk, engagement
        self._table = table
        self.planned: PeopleImport
        self.setWindowTitle(_("Import people"))
        self.resize(_WIDTH, _HEIGHT)
        guessed = import_people.guess(self._table.headings)
        self.meanings = [
            self._meaning(heading, name)
            for heading, name in zip(self._table.headings, guessed, strict=True)
        ]
        self.report = QPlainTextEdit()
        self.report.setAccessibleName(_("What would come in"))
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setFixedHeight(_REPORT)
        self.take = primary_button(_("Take in"), handler=self.take_in)
        self.take.setDefault(True)
        area = QScrollArea()
        area.setAccessibleName(_("The first rows"))
        area.setWidgetResizable(True)
        area.setWidget(self._preview())
        whole = column(
            plain_label(table.name, "subtitle"),
            plain_label(_("What each column is, with the first rows below it:"), "body", "text2"),
            area,
            self.report,
            row(None, plain_button(_("Cancel"), handler=self.reject), self.take),
            spacing=10,
            margins=(20, 16, 20, 16),
        )
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.look()

    def look(self) -> None:
        """Say what would come in with the meanings that are chosen now."""
        mapping = [str(box.currentData()) for box in self.meanings]
        self.planned = import_people.plan(self._engagement.dossier(), self._table, mapping)
        self.report.setPlainText("\n".join(self.planned.lines(dry_run=True)))
        self.take.setEnabled(bool(self.planned.people))

    def take_in(self) -> None:
        """Keep all that is planned."""
        planned = self.planned
        if self._desk.did(lambda: import_people.take_in(self._engagement, planned)):
            self._desk.said.emit(planned.lines(dry_run=False)[0], None)
            self.accept()

    def _meaning(self, heading: str, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(_("What “{heading}” is").format(heading=heading))
        words = {
            "": _("leave out"),
            "name": _("Name"),
            "role": _("Role"),
            "level": _("Level"),
            "unit": _("Unit"),
            "id": _("Code"),
        }
        for key, word in words.items():
            box.addItem(word, key)
        box.setCurrentIndex(box.findData(name))
        box.currentIndexChanged.connect(lambda _number: self.look())
        return box

    def _preview(self) -> QWidget:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        for place, (heading, box) in enumerate(
            zip(self._table.headings, self.meanings, strict=True)
        ):
            grid.addWidget(plain_label(heading, "label", "text2"), 0, place)
            grid.addWidget(box, 1, place)
            for number, line in enumerate(self._table.rows[:_SHOWN], 2):
                cell = line[place]
                cut = cell if len(cell) <= _LONGEST else f"{cell[: _LONGEST - 1]}…"
                grid.addWidget(plain_label(cut, "body"), number, place)
        grid.setRowStretch(_SHOWN + 2, 1)
        grid.setColumnStretch(len(self.meanings), 1)
        holder = boxed(grid)
        holder.setProperty("ground", "surface")
        return holder
