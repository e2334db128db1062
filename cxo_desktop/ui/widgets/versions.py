"""Versions side by side, each with whose it is and when, and what differs in it marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from cxo_desktop.i18n import _
from cxo_desktop.ui import theme
from cxo_desktop.ui.contested_rows import Side
from cxo_desktop.ui.widgets.cards import card
from cxo_desktop.ui.widgets.chips import Chip
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import column, empty, row

_WORD = re.compile(r"\w+|\W", re.UNICODE)
Span = tuple[int, int]


class Versions(QWidget):
    """Shows as many as there are, beside each other."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Versions"))
        self._shown: Sequence[Side] = ()
        self._line = row(spacing=12)
        self.setLayout(self._line)

    def show_sides(self, sides: Sequence[Side]) -> None:
        """Show these versions; in each is marked what the first, or for it the second, lacks."""
        if sides == self._shown:
            return  # else a selection and the place one has read to would go
        self._shown = sides
        empty(self._line)
        for place, side in enumerate(sides):
            other = sides[0 if place else min(1, len(sides) - 1)].text
            self._line.addWidget(_paper(side, other), 1)


def differing(text: str, other: str) -> Iterator[Span]:
    """Yield the places in a text, from and to, whose words another text lacks."""
    mine, theirs = _WORD.findall(text), _WORD.findall(other)
    starts = [0]
    for word in mine:
        starts.append(starts[-1] + len(word))
    for kind, first, last, _i, _j in SequenceMatcher(None, mine, theirs, False).get_opcodes():
        if kind in {"delete", "replace"}:
            yield starts[first], starts[last]


def _paper(side: Side, other: str) -> QWidget:
    text = QPlainTextEdit(side.text)
    text.setReadOnly(True)
    text.setProperty("bare", "true")
    text.setAccessibleName(_("Version: {whose}").format(whose=side.whose))
    text.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    text.setMinimumWidth(1)
    text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    text.setExtraSelections([_marked(text, span) for span in differing(side.text, other)])
    whose = plain_label(side.whose, "section", "accent" if side.mine else "person", wrap=True)
    head = row(whose, plain_label(side.when, "small", "text3"))
    head.setStretch(0, 1)
    if side.shows:
        head.addWidget(Chip(_("now"), "accent", "eye"))
    return card(column(head, text, spacing=8, margins=(14, 12, 10, 12)), "inner")


def _marked(text: QPlainTextEdit, span: Span) -> QTextEdit.ExtraSelection:
    form = QTextCharFormat()
    form.setBackground(theme.colour("warnSoft"))
    form.setForeground(theme.colour("text"))
    cursor = QTextCursor(text.document())
    cursor.setPosition(_utf16(text.toPlainText(), span[0]))
    cursor.setPosition(_utf16(text.toPlainText(), span[1]), QTextCursor.MoveMode.KeepAnchor)
    selection = QTextEdit.ExtraSelection()
    selection.format = form
    selection.cursor = cursor
    return selection


def _utf16(text: str, place: int) -> int:
    """Return a place counted as Qt counts: in units of UTF-16."""
    return len(text[:place].encode("utf-16-le")) // 2
