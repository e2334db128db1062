"""Add a person, or change one: role, place in the organisation, and the name kept apart."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLineEdit, QWidget

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.people import save_person
from cxo_desktop.domain.engagement import Level
from cxo_desktop.domain.errors import CxoError
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.i18n import _
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.widgets.cards import plain_button, primary_button
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import column, row

_WIDTH = 460
_TEXTS = ("role", "unit", "leaving_on", "influence", "interest", "tool_comfort")


class PersonDialog(QDialog):
    """``code`` is who was kept, after it was accepted; "" before."""

    def __init__(self, desk: Desk, engagement: OpenEngagement, code: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._engagement, self.code = desk, engagement, code
        self.setWindowTitle(_("Change a person") if code else _("New person"))
        self.setFixedWidth(_WIDTH)
        self.name = QLineEdit()
        self.level = QComboBox()
        self.fields = {key: QLineEdit() for key in _TEXTS}
        self.trouble = plain_label("", "small", "bad", wrap=True)
        self.trouble.hide()
        self.keep = primary_button(_("Keep"), handler=self.save)
        self.keep.setDefault(True)
        self._fill()
        self.setLayout(
            column(
                plain_label(self.windowTitle(), "subtitle"),
                self._form(),
                plain_label(
                    _("The name stays on this laptop; everywhere else the role stands for it."),
                    "small",
                    "text2",
                    wrap=True,
                ),
                self.trouble,
                row(None, plain_button(_("Cancel"), handler=self.reject), self.keep),
                spacing=10,
                margins=(22, 18, 22, 16),
            )
        )

    def save(self) -> None:
        """Keep what is filled in, or say why it cannot be."""
        texts = {key: field.text().strip() for key, field in self.fields.items()}
        texts["level"] = str(self.level.currentData() or "")
        try:
            self.code = save_person(self._engagement, self.code or None, texts, self.name.text())
        except CxoError as error:
            self.trouble.setText(f"{error.what} {error.why} {error.remedy}")
            self.trouble.show()
            self._desk.unsaved.emit()
            return
        self.accept()

    def _fill(self) -> None:
        dossier = self._engagement.dossier()
        self.level.addItem(_("not known"), "")
        for level in dossier.all(Level):
            self.level.addItem(f"{level.code}  {level.name}", level.code)
        person = dossier.by_code(Person).get(self.code)
        if person is None:
            return
        named = [it for it in dossier.all(PersonName) if it.person == self.code]
        self.name.setText(named[0].full_name if named else "")
        self.level.setCurrentIndex(max(0, self.level.findData(person.level or "")))
        for key, field in self.fields.items():
            value = getattr(person, key)
            field.setText("" if value is None else str(value))

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        labels = {
            "role": _("Role"),
            "unit": _("Unit"),
            "leaving_on": _("Leaves on"),
            "influence": _("Influence, 1 to 3"),
            "interest": _("Interest, 1 to 3"),
            "tool_comfort": _("At ease with tools, 1 to 5"),
        }
        self.fields["leaving_on"].setPlaceholderText(_("such as 2026-06-03"))
        rows: list[tuple[str, QWidget]] = [
            (_("Name"), self.name),
            (labels["role"], self.fields["role"]),
            (_("Level"), self.level),
            *((labels[key], self.fields[key]) for key in _TEXTS[1:]),
        ]
        for words, field in rows:
            label = plain_label(words, "label", "text2")
            label.setBuddy(field)
            field.setAccessibleName(words)
            form.addRow(label, field)
        return form
