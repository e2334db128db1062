"""One line to type into below a map: the words of a new step, or whom to connect to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit

from cxo_desktop.i18n import _
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import row

Answer = Callable[[str], object]


class MapPrompt(QFrame):
    """Hidden until it asks; Enter answers, Esc leaves, and the map has the keys again."""

    def __init__(self, back_to: Callable[[], object]) -> None:
        super().__init__()
        self._back_to = back_to
        self._answer: Answer | None = None
        self._question = plain_label("", "bodyStrong")
        self.field = QLineEdit()
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.field.setCompleter(completer)
        self.field.returnPressed.connect(self._take)
        keys = plain_label(_("Enter takes it · Esc leaves"), "small", "text3")
        line = row(self._question, self.field, keys, spacing=10, margins=(12, 8, 12, 8))
        line.setStretch(1, 1)
        self.setLayout(line)
        self.hide()

    def ask(
        self, question: str, answer: Answer, given: str = "", known: Sequence[str] = ()
    ) -> None:
        """Ask for words; ``answer`` is called with them. ``known`` words are offered."""
        self._answer = answer
        self._question.setText(question)
        self.field.setAccessibleName(question)
        self._known.setStringList(list(known))
        self.field.setText(given)
        self.field.selectAll()
        self.show()
        self.field.setFocus()

    def leave(self) -> None:
        """Go back to the map without an answer."""
        self._answer = None
        self.hide()
        self._back_to()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        answer, words = self._answer, self.field.text().strip()
        self.leave()
        if answer is not None:
            answer(words)
