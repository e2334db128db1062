"""Plan an interview: with whom, when, by which guide."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLineEdit, QWidget

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.guides import shipped
from cxo_desktop.app.people import plan_interview
from cxo_desktop.domain.action_lines import day_of
from cxo_desktop.domain.guides import Guide
from cxo_desktop.domain.people import Person
from cxo_desktop.i18n import _
from cxo_desktop.ui import words
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.widgets.cards import plain_button, primary_button
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import column, row

_WIDTH = 460


class PlanDialog(QDialog):
    """Everybody can be chosen; a day may be left open."""

    def __init__(
        self, desk: Desk, engagement: OpenEngagement, person: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._engagement = desk, engagement
        self.setWindowTitle(_("Plan an interview"))
        self.setFixedWidth(_WIDTH)
        self.person, self.day, self.guide = QComboBox(), QLineEdit(), QComboBox()
        self.read = plain_label("", "small", "text2", wrap=True)
        self.keep = primary_button(_("Plan it"), handler=self.save)
        self.keep.setDefault(True)
        self._fill(person)
        self.day.setPlaceholderText(_("such as 2026-12-01, 1 dec or fri; empty for no day yet"))
        self.day.textChanged.connect(lambda _text: self._read_day())
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        fields = ((_("With"), self.person), (_("Day"), self.day), (_("Guide"), self.guide))
        for name, field in fields:
            label = plain_label(name, "label", "text2")
            label.setBuddy(field)
            field.setAccessibleName(name)
            form.addRow(label, field)
        self.setLayout(
            column(
                plain_label(self.windowTitle(), "subtitle"),
                form,
                self.read,
                row(None, plain_button(_("Cancel"), handler=self.reject), self.keep),
                spacing=10,
                margins=(22, 18, 22, 16),
            )
        )
        self.day.setFocus()
        self._read_day()

    def save(self) -> None:
        """Plan the interview, if the day can be read."""
        typed = self.day.text().strip()
        day = day_of(typed, self._engagement.today())
        if typed and day is None:
            self.day.setFocus()
            return
        person, guide = str(self.person.currentData()), self.guide.currentData()
        planned = self._desk.did(
            lambda: plan_interview(
                self._engagement, person=person, on=day, guide=str(guide) if guide else None
            )
        )
        if planned:
            self.accept()

    def _fill(self, chosen: str) -> None:
        dossier = self._engagement.dossier()
        for person in dossier.all(Person):
            self.person.addItem(words.who(dossier, person.code), person.code)
        self.person.setCurrentIndex(max(0, self.person.findData(chosen)))
        self.guide.addItem(_("No guide"), "")
        own = {guide.code: guide for guide in dossier.all(Guide)}
        for sheet in shipped():
            code = sheet.guide.code
            own.setdefault(code, sheet.guide)
        for code, guide in own.items():
            self.guide.addItem(guide.name or words.guide_word(code), code)
        self.keep.setEnabled(self.person.count() > 0)

    def _read_day(self) -> None:
        typed = self.day.text().strip()
        day = day_of(typed, self._engagement.today())
        if not typed:
            self.read.setText(_("Without a day it is listed as “no date yet”."))
        elif day is None:
            self.read.setText(_("This is no day: write 2026-12-01, 1 dec or fri."))
        else:
            self.read.setText(words.day(day))
