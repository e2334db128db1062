"""One line below a map that says what a note becomes, where, and how much; Enter takes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QFrame, QLineEdit

from cxo_desktop.app.placings import Becomes
from cxo_desktop.i18n import _
from cxo_desktop.ui.placing_words import becomes_word, unit_word
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import row

Answer = Callable[[Becomes, str, str], object]


class PlaceForm(QFrame):
    """Hidden until it asks. Up and Down change what it becomes, Enter takes it, Esc leaves."""

    def __init__(self) -> None:
        super().__init__()
        self._answer: Answer | None = None
        self._back_to: Callable[[], object] = self.hide
        self.becomes = QComboBox()
        self.becomes.setAccessibleName(_("What the note becomes"))
        self.target = QLineEdit()
        self.target.setAccessibleName(_("Where on the map"))
        self.amount = QLineEdit()
        self.amount.setAccessibleName(_("How much"))
        self.amount.setFixedWidth(80)
        self._unit = plain_label("", "small", "text2")
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.target.setCompleter(completer)
        self.becomes.currentIndexChanged.connect(self._show_unit)
        keys = plain_label(_("Enter takes it · Esc leaves"), "small", "text3")
        line = row(
            *(self.becomes, plain_label(_("on"), "small", "text2"), self.target),
            *(self.amount, self._unit, keys),
            spacing=8,
            margins=(12, 8, 12, 8),
        )
        line.setStretch(2, 1)
        self.setLayout(line)
        self.hide()

    def ask(  # noqa: PLR0913, PLR0917 - what is asked, what is offered, and who is told
        self,
        choices: Sequence[Becomes],
        given: Becomes,
        target: str,
        amount: str,
        known: Sequence[str],
        answer: Answer,
        back_to: Callable[[], object],
    ) -> None:
        """Ask what something becomes; ``answer`` is called with it, where, and how much."""
        self._answer, self._back_to = answer, back_to
        self.becomes.clear()
        for one in choices:
            self.becomes.addItem(becomes_word(one), one)
        self.becomes.setCurrentIndex(choices.index(given) if given in choices else 0)
        self._known.setStringList(list(known))
        self.target.setText(target)
        self.amount.setText(amount)
        self._show_unit()
        self.show()
        self.becomes.setFocus()

    def leave(self) -> None:
        """Go back without an answer."""
        self._answer = None
        self.hide()
        self._back_to()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        answer = self._answer
        told = (self.becomes.currentData(), self.target.text(), self.amount.text().strip())
        self.leave()
        if answer is not None:
            answer(Becomes(told[0]), told[1], told[2])

    def _show_unit(self) -> None:
        unit = unit_word(self.becomes.currentData() or Becomes.EVIDENCE)
        self._unit.setText(unit)
        self._unit.setVisible(bool(unit))
        self.amount.setVisible(bool(unit))
