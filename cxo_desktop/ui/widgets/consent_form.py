"""Change or take back what somebody allowed, for one participant of an interview at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from cxo_desktop.domain.enums import ConsentState
from cxo_desktop.i18n import _
from cxo_desktop.ui import words
from cxo_desktop.ui.widgets.cards import plain_button, primary_button
from cxo_desktop.ui.widgets.consent_panel import (
    ConsentAnswer,
    ConsentPanel,
    ReadAloud,
    beside,
)
from cxo_desktop.ui.widgets.labels import key_cap, plain_label
from cxo_desktop.ui.widgets.layouts import column, row


class ConsentForm(QWidget):
    """``answered``: person and answer; ``withdrawn``: person; ``left`` on Esc."""

    answered = Signal(str, ConsentAnswer)
    withdrawn = Signal(str)
    left = Signal()

    def __init__(self, read_aloud: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.person = QComboBox()
        self.person.setAccessibleName(_("Whose consent"))
        self.standing = plain_label("", "body", "text2", wrap=True)
        self.panel = ConsentPanel()
        names = {code: words.language_word(code) for code in read_aloud}
        self.read_aloud = ReadAloud(read_aloud, names)
        self.remark = plain_label("", "small", "bad", wrap=True)
        self._warned = False
        self.keep = primary_button(_("Record this consent"), handler=self.try_to_keep)
        self.withdraw = plain_button(_("Taken back"), "shield-off", self.try_to_withdraw)
        cancel = plain_button(_("Cancel"), handler=self.left.emit)
        inside = column(
            plain_label(_("Consent"), "subtitle"),
            self.person,
            self.standing,
            self.panel,
            None,
            spacing=8,
            margins=(18, 14, 18, 4),
        )
        foot = column(
            self.remark,
            row(self.withdraw, None, cancel, self.keep, key_cap(_("Enter"))),
            margins=(18, 4, 18, 12),
        )
        self.setLayout(beside(self.read_aloud, inside, foot))
        self.panel.changed.connect(self._forget_warning)

    def offer(self, people: Sequence[tuple[str, str]], standing: str, language: str) -> None:
        """Ask about these people, (code, name) each; ``standing`` says what holds now."""
        self.person.clear()
        for code, name in people:
            self.person.addItem(name, code)
        self.standing.setText(standing)
        self.panel.reset()
        self.read_aloud.show_language(language)
        self._forget_warning()
        self.panel.setFocus()

    def try_to_keep(self) -> None:
        """Record the answer; a refusal is asked for twice, as it erases for good."""
        answer = self.panel.answer
        if answer is None:
            self.remark.setText(_("Press 1, 2, 3, 4 or 5 for what the person said."))
        elif answer.state is ConsentState.REFUSED and not self._warned:
            self._warn(
                _("This erases every note of this person here, for good. Enter again to do it.")
            )
        else:
            self.answered.emit(str(self.person.currentData()), answer)

    def try_to_withdraw(self) -> None:
        """Take the consent back; asked for twice, as it holds for everything that leaves."""
        if self._warned:
            self.withdrawn.emit(str(self.person.currentData()))
        else:
            self._warn(
                _("Nothing of this person leaves the laptop from now on. Press again to do it.")
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.try_to_keep()
        else:
            super().keyPressEvent(event)

    def _warn(self, text: str) -> None:
        self.remark.setText(text)
        self._warned = True

    def _forget_warning(self) -> None:
        self.remark.setText("")
        self._warned = False
