"""Ask for consent: one key for the usual answers, each purpose by itself, words to read aloud."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QPlainTextEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)

from cxo_desktop.domain.enums import ConsentMethod, ConsentScope, ConsentState
from cxo_desktop.i18n import _
from cxo_desktop.ui import icons
from cxo_desktop.ui.consent_choices import choices, method_words, scope_words, state_of
from cxo_desktop.ui.widgets.cards import card
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import boxed, column, row
from cxo_desktop.ui.widgets.line_field import press_of

_LEFT = 430


@dataclass(frozen=True, slots=True)
class ConsentAnswer:
    """What was answered; ``scopes`` are the purposes said yes to."""

    state: ConsentState
    scopes: tuple[ConsentScope, ...]
    method: ConsentMethod


class ConsentPanel(QWidget):
    """Nothing is ticked before somebody answers. ``changed`` when the answer has."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Consent: keys 1 to 5"))
        self._state: ConsentState | None = None
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.method = QComboBox()
        self.method.setAccessibleName(_("How it was given"))
        for method, text in method_words().items():
            self.method.addItem(text, method)
        self._scopes = {scope: QCheckBox(text) for scope, text in scope_words().items()}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        for number, box in enumerate(self._scopes.values()):
            box.setAccessibleName(box.text())
            box.clicked.connect(self._on_ticked)
            grid.addWidget(box, number // 2, number % 2)
        self.setLayout(
            column(
                *self._buttons(),
                plain_label(_("Each purpose by itself"), "label", "text2"),
                grid,
                row(plain_label(_("How"), "label", "text2"), self.method, None),
                spacing=6,
            )
        )

    @property
    def answer(self) -> ConsentAnswer | None:
        """Return what was answered, or None while nothing was."""
        if self._state is None:
            return None
        scopes = tuple(scope for scope, box in self._scopes.items() if box.isChecked())
        return ConsentAnswer(self._state, scopes, ConsentMethod(self.method.currentData()))

    def choose(self, number: int) -> None:
        """Take one of the usual answers, counted from 0."""
        chosen = choices()[number]
        self._state = chosen.state
        for scope, box in self._scopes.items():
            box.setChecked(scope in chosen.scopes)
        self._mark(number)

    def reset(self) -> None:
        """Forget the answer."""
        self._state = None
        for box in self._scopes.values():
            box.setChecked(False)
        self._mark(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        press = press_of(event)
        if press.digit and press.digit <= len(choices()):
            self.choose(press.digit - 1)
        else:
            super().keyPressEvent(event)

    def _on_ticked(self) -> None:
        scopes = tuple(scope for scope, box in self._scopes.items() if box.isChecked())
        self._state = state_of(scopes) if scopes else None
        usual = [number for number, it in enumerate(choices()) if it.scopes == scopes and scopes]
        self._mark(usual[0] if usual else -1)

    def _mark(self, number: int) -> None:
        for place, button in enumerate(self._group.buttons()):
            button.setChecked(place == number)
        self.changed.emit()

    def _buttons(self) -> list[QToolButton]:
        made = []
        for number, choice in enumerate(choices()):
            button = QToolButton()
            button.setProperty("choice", "true")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            icons.dress(button, choice.icon, choice.ink, 16)
            button.setText(f"{number + 1}   {choice.words}")
            button.setAccessibleName(choice.words)
            policy = button.sizePolicy()
            policy.setHorizontalPolicy(policy.Policy.Expanding)
            button.setSizePolicy(policy)
            button.clicked.connect(lambda _c=False, n=number: self.choose(n))
            self._group.addButton(button, number)
            made.append(button)
        return made


class ReadAloud(QFrame):
    """The words to read aloud, in the language of the talk or another."""

    def __init__(self, lines: Mapping[str, tuple[str, ...]], names: Mapping[str, str]) -> None:
        super().__init__()
        self.setProperty("card", "inner")
        self._lines = lines
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setProperty("bare", "true")
        self.words.setProperty("reading", "true")
        self.words.setAccessibleName(_("Words to read aloud"))
        self.words.setTabChangesFocus(True)
        self._group = QButtonGroup(self)
        head = row(plain_label(_("Read aloud, line by line"), "strong", "text2"), None)
        for number, language in enumerate(lines):
            button = QToolButton()
            button.setProperty("filter", "true")
            button.setCheckable(True)
            button.setText(names[language])
            button.setAccessibleName(names[language])
            button.clicked.connect(lambda _c=False, it=language: self.show_language(it))
            self._group.addButton(button, number)
            head.addWidget(button)
        self.setLayout(column(head, self.words, spacing=8, margins=(14, 10, 10, 10)))
        self.show_language("en")

    def show_language(self, language: str) -> None:
        """Show the words in a language; in Hindi for Marathi, in English where there are none."""
        known = language if language in self._lines else "hi" if language == "mr" else "en"
        self._group.button(list(self._lines).index(known)).setChecked(True)
        text = "\n\n".join(f"{n}.  {line}" for n, line in enumerate(self._lines[known], 1))
        self.words.setPlainText(text)


def beside(words: ReadAloud, fields: QLayout, foot: QLayout) -> QHBoxLayout:
    """Return fields that scroll above their foot, with the words to read aloud at their right."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(boxed(fields))
    left = card(column(area, foot, spacing=0, margins=(1, 1, 1, 1)))
    left.setMinimumWidth(_LEFT)
    whole = row(left, words, spacing=12)
    whole.setStretch(0, 5)
    whole.setStretch(1, 6)
    return whole
