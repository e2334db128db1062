"""Ctrl+K: every command, person and note, by a few letters of its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QWidget

from cxo_desktop.i18n import _
from cxo_desktop.ui import icons
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.labels import rule
from cxo_desktop.ui.widgets.layouts import column
from cxo_desktop.ui.widgets.row_list import RowList

_WIDTH, _HEIGHT, _MOST, _SHORT = 560, 420, 60, 40


@dataclass(frozen=True, slots=True)
class Entry:
    """Something the palette can find; ``row.key`` says what was chosen."""

    row: ListRow
    searched: str


def fits(letters: str, words: str) -> int | None:
    """Return how badly letters fit words (0 best), or None.

    In a short name it is enough that the letters come in this order.
    """
    place = words.find(letters)
    if place >= 0:
        return 0 if place == 0 or not words[place - 1].isalnum() else 1
    if len(words) > _SHORT:
        return None
    position = -1
    for letter in letters:
        position = words.find(letter, position + 1)
        if position < 0:
            return None
    return 2


class Palette(QFrame):
    """``chosen`` tells the key of the entry; Esc gives the focus back where it was."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "popup")
        self._before: QWidget | None = None
        self._entries: tuple[Entry, ...] = ()
        self.field = QLineEdit()
        self.field.setProperty("bare", "true")
        self.field.setAccessibleName(_("Find a command, a person or a note"))
        self.field.setPlaceholderText(_("Find a command, a person or a note"))
        self.field.addAction(
            icons.icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.list = RowList(_("What fits"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(column(self.field, rule(), self.list, spacing=6, margins=(12, 12, 12, 8)))
        self.resize(_WIDTH, _HEIGHT)
        self.hide()
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self._choose)
        self.list.clicked.connect(self._choose)
        self.field.installEventFilter(self)

    def open_with(self, entries: Sequence[Entry], at: QPoint) -> None:
        """Open over these entries, most wanted first, with its top middle at a place."""
        self._entries = tuple(entries)
        self.field.clear()
        self._look("")
        self.move(at.x() - _WIDTH // 2, at.y())
        self._before = QApplication.focusWidget()
        self.raise_()
        self.show()
        self.field.setFocus()

    def forget(self) -> None:
        """Hide, and keep no entry."""
        self.hide()
        self._entries = ()
        self.field.clear()
        self.list.show_rows([])

    def leave(self) -> None:
        """Close, and give the focus back."""
        self.hide()
        before = self._before
        if before is not None and before in QApplication.allWidgets():
            before.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        act = {
            Qt.Key.Key_Down: lambda: self._step(1),
            Qt.Key.Key_Up: lambda: self._step(-1),
            Qt.Key.Key_Escape: self.leave,
        }.get(Qt.Key(event.key()))
        if act is not None:
            act()
        return act is not None

    def _step(self, step: int) -> None:
        keys = self.list.keys
        if keys:
            now = keys.index(self.list.current) if self.list.current in keys else 0
            self.list.select(keys[max(0, min(len(keys) - 1, now + step))])

    def _look(self, typed: str) -> None:
        letters = typed.strip().casefold()
        found = [
            (badness, place, entry.row)
            for place, entry in enumerate(self._entries)
            if (badness := fits(letters, entry.searched)) is not None
        ]
        found.sort(key=lambda hit: hit[:2])
        rows = [row for _badness, _place, row in found[:_MOST]]
        self.list.show_rows(rows)
        if rows:
            self.list.select(rows[0].key)

    def _choose(self) -> None:
        key = self.list.current
        if key:
            self.leave()
            self.chosen.emit(key)
