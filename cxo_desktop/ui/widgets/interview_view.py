"""One interview: guide and interviews at the left, its lines, and what they add up to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui.shown import NoteRow
from cxo_desktop.ui.widgets.captured_card import CapturedCard
from cxo_desktop.ui.widgets.cards import card, plain_button
from cxo_desktop.ui.widgets.composer import Composer
from cxo_desktop.ui.widgets.guide_card import GuideCard
from cxo_desktop.ui.widgets.labels import plain_label, rule
from cxo_desktop.ui.widgets.layouts import boxed, column, row
from cxo_desktop.ui.widgets.note_list import NoteList
from cxo_desktop.ui.widgets.row_list import RowList
from cxo_desktop.ui.widgets.three_panels import ThreePanels

ALL, PAINS, QUOTES = 0, 1, 2


class NotesCard(QFrame):
    """The lines with a filter over them."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self.list = NoteList()
        self._rows: tuple[NoteRow, ...] = ()
        self.for_their_eyes = False
        self._remark = plain_label("", "small", "text3")
        self._filters = QButtonGroup(self)
        self._all, self._pains, self._quotes = (
            self._filter(number) for number in (ALL, PAINS, QUOTES)
        )
        _name(self._all, _("All"))
        self._all.setChecked(True)
        self._filters.idClicked.connect(self._show)
        head = row(
            plain_label(_("Notes"), "heading"),
            self._remark,
            None,
            self._all,
            self._pains,
            self._quotes,
            margins=(16, 9, 12, 7),
        )
        self.setLayout(column(head, rule(), self.list, spacing=0, margins=(1, 1, 1, 4)))

    @property
    def all_rows(self) -> tuple[NoteRow, ...]:
        """Return all lines, shown or not."""
        return self._rows

    def show_notes(self, rows: Sequence[NoteRow]) -> None:
        """Show these lines, as far as the filter lets them through."""
        self._rows = tuple(rows)
        pains = sum(row.kind is NoteKind.PAIN_POINT for row in rows)
        quotes = sum(row.verbatim for row in rows)
        _name(self._pains, _("Pains {count}").format(count=pains))
        _name(self._quotes, _("Quotes {count}").format(count=quotes))
        self._show()

    def filter(self, number: int) -> None:
        """Show all lines, only pains or only what was said word for word."""
        self._filters.button(number).setChecked(True)
        self._show()

    def cover(self, *, on: bool) -> None:
        """Leave out what is not for the eyes of the person while they look at the screen."""
        self.for_their_eyes = on
        self._show()

    def _show(self) -> None:
        wanted = self._filters.checkedId()
        self.list.show_notes([row for row in self._rows if self._is_shown(row, wanted)])
        count = sum(self._is_shown(row, ALL) for row in self._rows)
        lines = ngettext("{count} line", "{count} lines", count).format(count=count)
        self._remark.setText(_("{lines} · newest at the bottom").format(lines=lines))

    def _is_shown(self, row: NoteRow, wanted: int) -> bool:
        if self.for_their_eyes and (row.off_record or row.mine):
            return False
        return (
            wanted == ALL
            or (wanted == PAINS and row.kind is NoteKind.PAIN_POINT)
            or (wanted == QUOTES and row.verbatim)
        )

    def _filter(self, number: int) -> QToolButton:
        button = QToolButton()
        button.setProperty("filter", "true")
        button.setCheckable(True)
        self._filters.addButton(button, number)
        return button


class InterviewView(QWidget):
    """``draft_left``: what was brought back from a draft is not wanted."""

    draft_left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.notes, self.composer = NotesCard(), Composer()
        self.guide, self.summary = GuideCard(), CapturedCard()
        self.interviews = RowList(_("Interviews"))
        self.speaker = QComboBox()
        self.speaker.setAccessibleName(_("Said by"))
        self._speaker_row = boxed(
            row(plain_label(_("Said by"), "small", "text2"), self.speaker, None)
        )
        self.refused = card(
            column(
                plain_label(
                    _("Consent was refused: nothing this person says is kept."), "bodyStrong", "bad"
                ),
                margins=(14, 12, 14, 12),
            )
        )
        self.brought_back = plain_label("", "small", "text2")
        drop = plain_button(_("Let it go"), handler=self.draft_left.emit)
        self.recovered = card(
            column(row(self.brought_back, None, drop), margins=(14, 6, 8, 6)), "inner"
        )
        self.recovered.setVisible(False)
        self.side = QStackedWidget()
        self._tabs = QButtonGroup(self)
        self.left = self._left()
        middle = column(
            self.notes, self.recovered, self._speaker_row, self.composer, self.refused, spacing=10
        )
        middle.setStretch(0, 1)
        self.middle = boxed(middle)
        self.panels = ThreePanels(self.left, self.middle, self.summary)
        self.setLayout(column(self.panels))

    def show_side(self, number: int) -> None:
        """Show the guide (0) or the interviews (1) at the left."""
        self.side.setCurrentIndex(number)
        self._tabs.button(number).setChecked(True)

    def offer_speakers(self, people: Sequence[tuple[str, str]]) -> None:
        """Offer (code, name) of those who speak; hidden when there is no choice."""
        chosen = self.speaker.currentData()
        self.speaker.clear()
        for code, name in people:
            self.speaker.addItem(name, code)
        self.speaker.setCurrentIndex(max(0, self.speaker.findData(chosen)))
        self._speaker_row.setVisible(len(people) > 1)

    def take_lines(self, *, allowed: bool) -> None:
        """Let lines be typed, or say why not."""
        self.composer.setVisible(allowed)
        self.refused.setVisible(not allowed)

    def show_recovered(self, words: str) -> None:
        """Say that a line was brought back, or with "" that none was."""
        self.brought_back.setText(words)
        self.recovered.setVisible(bool(words))

    def _left(self) -> QWidget:
        tabs = row(spacing=6, margins=(0, 0, 0, 0))
        for number, text in enumerate((_("Guide"), _("Interviews"))):
            button = QToolButton()
            button.setProperty("filter", "true")
            button.setCheckable(True)
            _name(button, text)
            button.clicked.connect(lambda _c=False, n=number: self.show_side(n))
            self._tabs.addButton(button, number)
            tabs.addWidget(button)
        tabs.addStretch(1)
        self._tabs.button(0).setChecked(True)
        self.side.addWidget(self.guide)
        self.side.addWidget(self.interviews)
        left = column(tabs, self.side, spacing=8, margins=(12, 8, 12, 10))
        left.setStretch(1, 1)
        return card(left)


def _name(button: QToolButton, text: str) -> None:
    button.setText(text)
    button.setAccessibleName(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
