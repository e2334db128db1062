"""Fields of a form, one for each shape a record's field can have; all give and take texts."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from cxo_desktop.i18n import _
from cxo_desktop.ui.widgets.layouts import column

_SEPARATOR = " · "
_LONG_LINES, _FEW_LINES = 4, 2
Offer = Callable[[], Sequence[tuple[str, str]]]


class LineField(QLineEdit):
    """One line. ``left`` when it was changed and is done."""

    left = Signal()

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.editingFinished.connect(self._on_done)

    def show_value(self, text: str) -> None:
        """Show a text as what is kept."""
        self.setText(text)
        self.setCursorPosition(0)
        self.setModified(False)

    def value(self) -> str:
        """Return what is to be kept."""
        return self.text().strip()

    def _on_done(self) -> None:
        if self.isModified():
            self.left.emit()


class LinkField(LineField):
    """The code of another record, or several with commas; its words are offered while typing."""

    def __init__(self, name: str, offer: Offer, *, several: bool = False) -> None:
        super().__init__(name, _("type to choose"))
        self._offer, self._several = offer, several
        self._words: dict[str, str] = {}
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setWidget(self)
        completer.activated.connect(self._take)
        self._completer = completer
        self.textEdited.connect(self._complete)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._fill()
        super().focusInEvent(event)

    def show_words(self, named: Mapping[str, str]) -> None:
        """Say what the codes that are kept stand for: a single one beside its code."""
        self.setToolTip(", ".join(named.values()))
        for code, words in named.items():
            if len(named) == 1 and not self._several and words != code and not self.isModified():
                self.show_value(f"{code}{_SEPARATOR}{words}")

    def value(self) -> str:
        if not self._several:
            return self.text().split(_SEPARATOR, maxsplit=1)[0].strip()
        codes = [part.split(_SEPARATOR)[0].strip() for part in self.text().split(",")]
        return ", ".join(code for code in codes if code)

    def _fill(self) -> None:
        self._words = dict(self._offer())
        self._names.setStringList(
            [f"{code}{_SEPARATOR}{words}" for code, words in self._words.items()]
        )

    def _complete(self, text: str) -> None:
        last = text.rsplit(",", 1)[-1].strip() if self._several else text.strip()
        self._completer.setCompletionPrefix(last)
        popup = self._completer.popup()
        if last and self._completer.completionCount():
            self._completer.complete()
        elif popup is not None:
            popup.hide()

    def _take(self, chosen: str) -> None:
        code = chosen.split(_SEPARATOR, maxsplit=1)[0]
        before = self.text().rsplit(",", 1)[0] if self._several and "," in self.text() else ""
        self.setText(f"{before}, {code}" if before else code)
        self.setModified(True)
        self.left.emit()


class LinesField(QPlainTextEdit):
    """Several lines. ``left`` when it was changed and the focus goes."""

    left = Signal()

    def __init__(self, name: str, lines: int = _LONG_LINES) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setProperty("lines", str(lines))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._kept = ""

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def show_value(self, text: str) -> None:
        """Show a text as what is kept."""
        self._kept = text
        self.setPlainText(text)

    def value(self) -> str:
        """Return what is to be kept."""
        return self.toPlainText().strip()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.value() != self._kept.strip():
            self.left.emit()


class ChoiceField(QComboBox):
    """One of a closed list, or nothing."""

    left = Signal()

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.addItem(_("not known"), "")
        for value, words in choices:
            self.addItem(words, value)
        self.activated.connect(lambda _number: self.left.emit())

    def show_value(self, text: str) -> None:
        """Show a value as what is kept."""
        self.setCurrentIndex(max(0, self.findData(text)))

    def value(self) -> str:
        """Return what is to be kept."""
        return str(self.currentData() or "")


class ChecksField(QWidget):
    """Any of a closed list, each with a box to tick; gives and takes the values as a JSON list."""

    left = Signal()

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.boxes = {value: QCheckBox(words) for value, words in choices}
        for box in self.boxes.values():
            box.clicked.connect(lambda _checked=False: self.left.emit())
        self.setLayout(column(*self.boxes.values(), spacing=2))
        self.setFocusProxy(next(iter(self.boxes.values())))

    def show_value(self, text: str) -> None:
        """Show a JSON list as what is kept."""
        kept = json.loads(text) if text else []
        for value, box in self.boxes.items():
            box.setChecked(value in kept)

    def value(self) -> str:
        """Return what is to be kept."""
        ticked = [value for value, box in self.boxes.items() if box.isChecked()]
        return json.dumps(ticked) if ticked else ""


RecordField = LineField | LinesField | ChoiceField | ChecksField
"""What the forms of records are made of."""


def few_lines(name: str) -> LinesField:
    """Return a field for a list, one entry a line."""
    return LinesField(name, _FEW_LINES)
