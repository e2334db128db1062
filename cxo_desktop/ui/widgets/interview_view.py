"""One interview: its notes with the line being typed below, and what they add up to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QToolButton, QVBoxLayout, QWidget

from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui.shown import InterviewSummary, NoteRow
from cxo_desktop.ui.widgets.cards import card
from cxo_desktop.ui.widgets.charts import BarChart
from cxo_desktop.ui.widgets.chips import Chip
from cxo_desktop.ui.widgets.composer import Composer
from cxo_desktop.ui.widgets.flow import FlowBox
from cxo_desktop.ui.widgets.labels import plain_label, rule
from cxo_desktop.ui.widgets.layouts import column, row
from cxo_desktop.ui.widgets.note_list import NoteList

_SIDE = 258


class NotesCard(QFrame):
    """The notes with a filter over them."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self.list = NoteList()
        self._rows: tuple[NoteRow, ...] = ()
        self._remark = plain_label("", "small", "text3")
        self._filters = QButtonGroup(self)
        self._all = self._filter(_("All"), 0)
        self._pains = self._filter("", 1)
        self._quotes = self._filter("", 2)
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

    def show_notes(self, rows: Sequence[NoteRow]) -> None:
        """Show these notes, as far as the filter lets them through."""
        self._rows = tuple(rows)
        pains = sum(row.kind is NoteKind.PAIN_POINT for row in rows)
        quotes = sum(row.verbatim for row in rows)
        _name(self._pains, _("Pains {count}").format(count=pains))
        _name(self._quotes, _("Quotes {count}").format(count=quotes))
        lines = ngettext("{count} line", "{count} lines", len(rows)).format(count=len(rows))
        self._remark.setText(_("{lines}, newest at the bottom").format(lines=lines))
        self._show()

    def filter(self, number: int) -> None:
        """Show all notes (0), only pains (1) or only what was said word for word (2)."""
        self._filters.button(number).setChecked(True)
        self._show()

    def _show(self) -> None:
        wanted = self._filters.checkedId()
        self.list.show_notes(
            [
                row
                for row in self._rows
                if wanted == 0
                or (wanted == 1 and row.kind is NoteKind.PAIN_POINT)
                or (wanted > 1 and row.verbatim)
            ]
        )

    def _filter(self, text: str, number: int) -> QToolButton:
        button = QToolButton()
        button.setProperty("filter", "true")
        button.setCheckable(True)
        _name(button, text)
        self._filters.addButton(button, number)
        return button


class SummaryCard(QFrame):
    """What the notes of one interview add up to."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self.setFixedWidth(_SIDE)
        self._shown_tools: tuple[str, ...] = ()
        self._kinds = BarChart(_("Notes by kind"))
        self._kinds_room = QVBoxLayout()
        self._kinds_room.addWidget(self._kinds)
        self._quoted = plain_label("", "small", "text3")
        self._tools = FlowBox()
        self._no_tools = plain_label(_("None of the register yet."), "small", "text3")
        self._stays = plain_label("", "small", "text2", wrap=True)
        self._stays_box = card(column(self._stays, margins=(10, 8, 10, 8)), "inner")
        self.setLayout(
            column(
                plain_label(_("Captured in this interview"), "heading"),
                plain_label(_("What was said"), "strong", "text2"),
                self._kinds_room,
                self._quoted,
                6,
                plain_label(_("Tools named"), "strong", "text2"),
                self._no_tools,
                self._tools,
                None,
                self._stays_box,
                margins=(14, 12, 14, 12),
            )
        )

    @property
    def tools(self) -> tuple[str, ...]:
        """Return the tools that are shown as named."""
        return self._shown_tools

    @property
    def stays(self) -> str:
        """Return what is said about notes that stay on the laptop."""
        return self._stays.text()

    def show_summary(self, summary: InterviewSummary) -> None:
        """Show what the notes add up to."""
        self._shown_tools = summary.tools
        self._kinds.show_bars(summary.kinds)
        self._kinds.setFixedHeight(26 * len(summary.kinds))
        self._quoted.setText(summary.quoted)
        self._tools.show_parts([Chip(name, "tool", "wrench") for name in summary.tools])
        self._no_tools.setVisible(not summary.tools)
        self._stays.setText(summary.stays)
        self._stays_box.setVisible(bool(summary.stays))


class InterviewView(QWidget):
    """Notes, composer and summary side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.notes = NotesCard()
        self.composer = Composer()
        self.summary = SummaryCard()
        self.speaker = QComboBox()
        self.speaker.setAccessibleName(_("Said by"))
        self._speaker_row = QWidget()
        said = plain_label(_("Said by"), "small", "text2")
        self._speaker_row.setLayout(row(said, self.speaker, None))
        self.refused = card(
            column(
                plain_label(
                    _("Consent was refused: nothing this person says is kept."), "bodyStrong", "bad"
                ),
                margins=(14, 12, 14, 12),
            )
        )
        middle = column(self.notes, self._speaker_row, self.composer, self.refused, spacing=10)
        middle.setStretch(0, 1)
        whole = row(middle, self.summary, spacing=12)
        whole.setStretch(0, 1)
        self.setLayout(whole)

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


def _name(button: QToolButton, text: str) -> None:
    button.setText(text)
    button.setAccessibleName(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
