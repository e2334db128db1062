"""The card of one person: what they said, can do, use and allowed, and what only they know."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton

from cxo_desktop.app import people
from cxo_desktop.app.people import Standing
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.i18n import _
from cxo_desktop.ui import person_rows, words
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.cards import plain_button, primary_button
from cxo_desktop.ui.widgets.chips import Chip
from cxo_desktop.ui.widgets.flow import FlowBox
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import boxed, column, row
from cxo_desktop.ui.widgets.row_list import RowList

_PARTS = ("said", "talks", "skills", "tools", "alone")


class PersonPanel(QFrame):
    """``interview_asked``, ``plan_asked``, ``edit_asked``, ``parting_asked`` tell the code."""

    interview_asked = Signal(str)
    plan_asked = Signal(str)
    edit_asked = Signal(str)
    parting_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self._desk = desk
        self.code = ""
        self._rows: dict[str, list[ListRow]] = {part: [] for part in _PARTS}
        self.name = plain_label("", "subtitle", wrap=True)
        self.below = plain_label("", "small", "text2", wrap=True)
        self.consent, self.single = Chip(), Chip(_("Single point"), "warn", "triangle-alert")
        self.list = RowList(_("What is known of this person"))
        self.nothing = plain_label("", "body", "text2", wrap=True)
        self.tabs = QButtonGroup(self)
        self.begin = primary_button(
            _("New interview"), "plus", lambda: self.interview_asked.emit(self.code)
        )
        self.plan = plain_button(_("Plan"), "calendar", lambda: self.plan_asked.emit(self.code))
        self.edit = plain_button(_("Edit"), "pencil", lambda: self.edit_asked.emit(self.code))
        self.parting = plain_button(
            _("Withdraw or forget"), "shield-off", lambda: self.parting_asked.emit(self.code)
        )
        self.list.chosen.connect(self._open)
        self.tabs.idClicked.connect(lambda _number: self._show_part())
        self._lay_out()

    def show_person(self, dossier: Dossier, standing: Standing | None) -> None:
        """Show a person, or that nobody is chosen."""
        self.code = standing.person.code if standing is not None else ""
        for button in (self.begin, self.plan, self.edit, self.parting):
            button.setEnabled(standing is not None)
        self.consent.setVisible(standing is not None)
        self.single.setVisible(bool(standing and standing.alone))
        if standing is None:
            self.name.setText(_("Nobody chosen"))
            self.below.setText("")
            self._rows = {part: [] for part in _PARTS}
        else:
            self._show_head(dossier, standing)
            self._rows = _rows_of(dossier, standing)
        for number, part in enumerate(_PARTS):
            text = f"{_part_word(part)} {len(self._rows[part])}"
            self.tabs.button(number).setText(text)
            self.tabs.button(number).setAccessibleName(text)
        self._show_part()

    def show_part(self, part: str) -> None:
        """Show one part of what is known: said, talks, skills, tools, alone."""
        self.tabs.button(_PARTS.index(part)).setChecked(True)
        self._show_part()

    def _show_head(self, dossier: Dossier, standing: Standing) -> None:
        person = standing.person
        self.name.setText(standing.name or person.role or person.code)
        level = next((it.name for it in people.levels_of(dossier) if it.code == person.level), "")
        parts = [person.code, person.role if standing.name else "", level, person.unit or ""]
        if person.leaving_on:
            parts.append(_("leaves on {day}").format(day=words.day(person.leaving_on)))
        self.below.setText(" · ".join(part for part in parts if part))
        consent = standing.consent
        text, ink, icon = words.consent_look(
            consent.state if consent else None, consent.scopes if consent else ()
        )
        self.consent.show_text(text, ink, icon)

    def _show_part(self) -> None:
        part = _PARTS[max(0, self.tabs.checkedId())]
        rows = self._rows[part]
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.nothing.setText(_nothing_word(part) if self.code else "")

    def _open(self, key: str) -> None:
        self._desk.record_asked.emit(key)

    def _lay_out(self) -> None:
        tabs, buttons = FlowBox(4, 4), FlowBox()
        for number, part in enumerate(_PARTS):
            self.tabs.addButton(_tab(_part_word(part)), number)
        tabs.show_parts(list(self.tabs.buttons()))
        self.tabs.button(0).setChecked(True)
        chips = boxed(row(self.consent, self.single, None, spacing=6))
        buttons.show_parts([self.begin, self.plan, self.edit, self.parting])
        whole = column(
            self.name,
            self.below,
            chips,
            buttons,
            tabs,
            self.list,
            self.nothing,
            spacing=6,
            margins=(14, 12, 12, 10),
        )
        whole.setStretch(5, 1)
        whole.addStretch(0)
        self.setLayout(whole)


def _tab(name: str) -> QToolButton:
    button = QToolButton()
    button.setText(name)
    button.setCheckable(True)
    button.setProperty("filter", "true")
    return button


def _rows_of(dossier: Dossier, standing: Standing) -> dict[str, list[ListRow]]:
    code = standing.person.code
    return {
        "said": person_rows.said_rows(dossier, code, people.blocked(dossier)),
        "talks": person_rows.talk_rows(dossier, standing),
        "skills": person_rows.skill_rows(dossier, code),
        "tools": person_rows.tool_rows(dossier, code),
        "alone": person_rows.alone_rows(dossier, standing),
    }


def _part_word(part: str) -> str:
    return {
        "said": _("Said"),
        "talks": _("Interviews, consent"),
        "skills": _("Skills"),
        "tools": _("Tools"),
        "alone": _("Only they know"),
    }[part]


def _nothing_word(part: str) -> str:
    return {
        "said": _("Nothing noted of this person yet."),
        "talks": _("No interview yet: plan one, or begin one."),
        "skills": _("No skill noted yet."),
        "tools": _("No tool named in what they said."),
        "alone": _("Nothing rests on this person alone, as far as skills are noted."),
    }[part]
