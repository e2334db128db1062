"""Start an interview: who, by which guide, in which language, with which consent."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFormLayout, QLineEdit, QRadioButton, QWidget

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import ConsentScope, ConsentState
from cxo_desktop.domain.people import Person
from cxo_desktop.i18n import _
from cxo_desktop.ui import words
from cxo_desktop.ui.widgets.cards import card, plain_button, primary_button
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import column, row

_NOTES = (ConsentScope.NOTES,)
_QUOTES = (*_NOTES, ConsentScope.QUOTE_ANONYMOUS)
_ALL = (*_QUOTES, ConsentScope.SHARE_CONSULTANTS, ConsentScope.SHARE_LEADERSHIP)
_GUIDES = ("G-LEAD", "G-PROG", "G-FIELD", "")
_LANGUAGES = ("en", "hi", "mr")


@dataclass(frozen=True, slots=True)
class InterviewStart:
    """What was filled in: a person's code, or the role of somebody new."""

    person: str | None
    role: str | None
    guide: str | None
    language: str
    consent: ConsentState
    scopes: tuple[ConsentScope, ...]


class InterviewForm(QWidget):
    """``filled`` on Start or Enter, ``left`` on Esc."""

    filled = Signal(InterviewStart)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.person = _combo(_("Person, or the role of somebody new"))
        self.person.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._typed = QLineEdit()
        self._typed.setPlaceholderText(_("Choose, or type a role"))
        self.person.setLineEdit(self._typed)
        self.guide = _combo(_("Guide"))
        for code in _GUIDES:
            self.guide.addItem(words.guide_word(code) or _("No guide"), code)
        self.language = _combo(_("Language"))
        for code in _LANGUAGES:
            self.language.addItem(words.language_word(code), code)
        self.consent = QButtonGroup(self)
        self.start = primary_button(_("Start the interview"), handler=self._on_start)
        cancel = plain_button(_("Cancel"), handler=self.left.emit)
        self.start.setToolTip(_("Enter"))
        body = column(
            plain_label(_("New interview"), "subtitle"),
            self._fields(),
            plain_label(_("Consent, as the person gave it"), "label", "text2"),
            *self._consents(),
            4,
            row(None, cancel, self.start),
            spacing=10,
            margins=(24, 20, 24, 20),
        )
        frame = card(body)
        frame.setFixedWidth(520)
        self.setLayout(column(None, row(None, frame, None), None))

    def offer(self, dossier: Dossier, chosen: str = "") -> None:
        """Offer the people of an engagement; ``chosen`` is the code of one, or ""."""
        self.person.clear()
        for person in dossier.all(Person):
            self.person.addItem(words.who(dossier, person.code), person.code)
        self.person.setCurrentIndex(self.person.findData(chosen) if chosen else -1)
        if not chosen:
            self._typed.clear()
        self.consent.button(0).setChecked(True)
        self.person.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_start()
        else:
            super().keyPressEvent(event)

    def _fields(self) -> QFormLayout:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(16)
        for name, field in (
            (_("Person"), self.person),
            (_("Guide"), self.guide),
            (_("Language"), self.language),
        ):
            label = plain_label(name, "label", "text2")
            label.setFixedHeight(field.sizeHint().height())
            form.addRow(label, field)
        return form

    def _consents(self) -> list[QRadioButton]:
        made = []
        for number, (text, _state, _scopes) in enumerate(_consent_choices()):
            button = QRadioButton(text)
            button.setAccessibleName(text)
            self.consent.addButton(button, number)
            made.append(button)
        return made

    def _on_start(self) -> None:
        typed = self.person.currentText().strip()
        known = self.person.findText(typed, Qt.MatchFlag.MatchFixedString) if typed else -1
        _text, state, scopes = _consent_choices()[max(0, self.consent.checkedId())]
        self.filled.emit(
            InterviewStart(
                person=str(self.person.itemData(known)) if known >= 0 else None,
                role=typed if known < 0 else None,
                guide=str(self.guide.currentData()) or None,
                language=str(self.language.currentData()),
                consent=state,
                scopes=scopes,
            )
        )


def _consent_choices() -> tuple[tuple[str, ConsentState, tuple[ConsentScope, ...]], ...]:
    return (
        (_("Not asked yet: notes stay on this laptop"), ConsentState.NOT_ASKED, ()),
        (_("Yes, to notes only"), ConsentState.GIVEN_LIMITED, _NOTES),
        (_("Yes, to notes and unnamed quotes"), ConsentState.GIVEN, _QUOTES),
        (_("Yes, to all that was asked"), ConsentState.GIVEN, _ALL),
        (_("No: nothing is kept, only that we talked"), ConsentState.REFUSED, ()),
    )


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    return combo
