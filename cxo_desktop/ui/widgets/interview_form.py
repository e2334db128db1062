"""Start an interview: who, by which guide, in which language, with which consent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Level
from cxo_desktop.domain.fuzzy import badness
from cxo_desktop.domain.guides import GuideSheet
from cxo_desktop.domain.people import Person
from cxo_desktop.i18n import _
from cxo_desktop.ui import words
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.cards import plain_button, primary_button
from cxo_desktop.ui.widgets.consent_panel import (
    ConsentAnswer,
    ConsentPanel,
    ReadAloud,
    beside,
)
from cxo_desktop.ui.widgets.labels import key_cap, plain_label
from cxo_desktop.ui.widgets.layouts import column, row
from cxo_desktop.ui.widgets.row_list import RowList

_LANGUAGES = ("en", "hi", "mr")
_MOST_PEOPLE, _LIST_HEIGHT = 6, 230
_NEW = "new:"


@dataclass(frozen=True, slots=True)
class InterviewStart:
    """What was filled in: a person's code, or the role of somebody new; ``planned`` a plan's."""

    person: str | None
    role: str | None
    level: str | None
    guide: str | None
    language: str
    consent: ConsentAnswer
    planned: str | None = None


class InterviewForm(QWidget):
    """``filled`` on Enter or Start, ``left`` on Esc."""

    filled = Signal(InterviewStart)
    left = Signal()

    def __init__(self, read_aloud: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self._people: tuple[tuple[Person, str], ...] = ()
        self._guides: tuple[GuideSheet, ...] = ()
        self._chosen, self._role, self._planned = "", "", ""
        self.person = QLineEdit()
        self.person.setPlaceholderText(_("A few letters of a name or role"))
        self.person.setAccessibleName(_("Person, or the role of somebody new"))
        self.people = RowList(_("People that fit"))
        self.people.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.level, self.guide, self.language = (
            _combo(_("Level")),
            _combo(_("Guide")),
            _combo(_("Language")),
        )
        for code in _LANGUAGES:
            self.language.addItem(words.language_word(code), code)
        self.consent = ConsentPanel()
        names = {code: words.language_word(code) for code in read_aloud}
        self.read_aloud = ReadAloud(read_aloud, names)
        self.remark = plain_label("", "small", "bad", wrap=True)
        self.start = primary_button(_("Start the interview"), handler=self.try_to_start)
        self._fields = self._make_fields()
        self._build()
        self.person.installEventFilter(self)
        self.person.textEdited.connect(self._look)
        self.people.clicked.connect(lambda _index: self._choose())
        self.language.currentIndexChanged.connect(
            lambda _n: self.read_aloud.show_language(str(self.language.currentData()))
        )
        self.consent.changed.connect(lambda: self.remark.setText(""))

    def offer(
        self, dossier: Dossier, guides: Sequence[GuideSheet], chosen: str = "", planned: str = ""
    ) -> None:
        """Offer the people and guides of an engagement; ``chosen`` is a person's code, or ""."""
        self._people = tuple((it, words.who(dossier, it.code)) for it in dossier.all(Person))
        self._guides, self._planned = tuple(guides), planned
        self.level.clear()
        self.level.addItem(_("Not known yet"), "")
        for level in dossier.all(Level):
            self.level.addItem(f"{level.code}  {level.name}", level.code)
        self.guide.clear()
        for sheet in guides:
            self.guide.addItem(sheet.guide.name, sheet.guide.code)
        self.guide.addItem(_("No guide"), "")
        self.consent.reset()
        self.remark.setText("")
        self.person.clear()
        self._look("")
        self.person.setFocus()
        if chosen:
            self.people.show_rows(self._rows(""))
            self._take(chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go through the people by the arrows, and take one by Enter or Tab."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        keys = self.people.keys
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and keys:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            now = keys.index(self.people.current) if self.people.current in keys else 0
            self.people.select(keys[max(0, min(len(keys) - 1, now + step))])
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._choose()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.try_to_start()
        else:
            super().keyPressEvent(event)

    def try_to_start(self) -> None:
        """Start, or say what is still to be answered."""
        answer = self.consent.answer
        if not self._chosen and not self._role:
            self.remark.setText(
                _("Nobody is named. Choose a person, or type the role of a new one.")
            )
            self.person.setFocus()
        elif answer is None:
            self.remark.setText(_("Ask for consent first, then press 1, 2, 3, 4 or 5."))
            self.consent.setFocus()
        else:
            self.filled.emit(
                InterviewStart(
                    person=self._chosen or None,
                    role=self._role or None,
                    level=str(self.level.currentData() or "") or None,
                    guide=str(self.guide.currentData() or "") or None,
                    language=str(self.language.currentData()),
                    consent=answer,
                    planned=self._planned or None,
                )
            )

    def _look(self, typed: str) -> None:
        self._chosen = self._role = ""
        rows = self._rows(typed.strip())
        self.people.show_rows(rows)
        if rows:
            self.people.select(rows[0].key)
        self.people.setVisible(True)
        self.people.fit_height(_LIST_HEIGHT)
        self._fields.setRowVisible(self.level, False)

    def _rows(self, letters: str) -> list[ListRow]:
        found = []
        for number, (person, name) in enumerate(self._people):
            fits = [
                bad for text in (name, person.role) if (bad := badness(letters, text)) is not None
            ]
            if fits:
                below = " · ".join(
                    p
                    for p in (
                        person.role if name != person.role else "",
                        person.level or "",
                        person.unit or "",
                    )
                    if p
                )
                found.append(
                    (min(fits), number, ListRow(person.code, name, below, "user-round", "person"))
                )
        rows = [row for _bad, _n, row in sorted(found, key=lambda hit: hit[:2])[:_MOST_PEOPLE]]
        if letters:
            new = _("Somebody new: “{role}”").format(role=letters)
            rows.append(ListRow(_NEW, new, icon="plus", ink="accent"))
        return rows

    def _choose(self) -> None:
        self._take(self.people.current)

    def _take(self, key: str) -> None:
        """Settle who it is with, and with it what follows from that."""
        if not key:
            self.try_to_start()
            return
        self._role = self.person.text().strip() if key == _NEW else ""
        self._chosen = "" if key == _NEW else key
        person = next((it for it, _name in self._people if it.code == key), None)
        name = next((name for it, name in self._people if it.code == key), self._role)
        self.person.setText(name)
        self.people.setVisible(False)
        self._fields.setRowVisible(self.level, person is None)
        if person is not None:
            fitting = next(
                (s.guide.code for s in self._guides if person.level in s.guide.levels), ""
            )
            self.guide.setCurrentIndex(max(0, self.guide.findData(fitting)))
            spoken = next((it for it in person.languages if it in _LANGUAGES), "en")
            self.language.setCurrentIndex(self.language.findData(spoken))
        self.consent.setFocus()

    def _make_fields(self) -> QFormLayout:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(6)
        form.setHorizontalSpacing(16)
        for name, field in (
            (_("Level"), self.level),
            (_("Guide"), self.guide),
            (_("Language"), self.language),
        ):
            label = plain_label(name, "label", "text2")
            label.setFixedHeight(field.sizeHint().height())
            form.addRow(label, field)
        return form

    def _build(self) -> None:
        cancel = plain_button(_("Cancel"), handler=self.left.emit)
        inside = column(
            plain_label(_("New interview"), "subtitle"),
            self.person,
            self.people,
            self._fields,
            plain_label(_("Consent, as the person gave it"), "strong", "text2"),
            self.consent,
            None,
            spacing=8,
            margins=(18, 14, 18, 4),
        )
        foot = row(
            self.remark, None, cancel, self.start, key_cap(_("Enter")), margins=(18, 4, 18, 12)
        )
        foot.setStretch(0, 1)
        self.setLayout(beside(self.read_aloud, inside, foot))


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    return combo
