"""Twenty seconds before an interview is closed: what is missing, each with a way there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.cards import card, plain_button, primary_button
from cxo_desktop.ui.widgets.labels import icon_label, key_cap, plain_label
from cxo_desktop.ui.widgets.layouts import column, row
from cxo_desktop.ui.widgets.row_list import RowList

_WIDTH = 640


class ReviewCard(QWidget):
    """``chosen``: the gap to go to, by the key of its row; ``ended``; ``left`` goes on with it."""

    chosen = Signal(str)
    ended = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Before it is closed"))
        self.list = RowList(_("What is missing"))
        self.words = plain_label("", "body", "text2", wrap=True)
        self.sums = plain_label("", "small", "text3", wrap=True)
        self.end = primary_button(_("End the interview"), handler=self.ended.emit)
        back = plain_button(_("Go on with it"), handler=self.left.emit)
        frame = card(
            column(
                row(
                    icon_label("list-checks", "accent", 20),
                    plain_label(_("Before it is closed"), "subtitle"),
                    None,
                ),
                self.words,
                self.list,
                self.sums,
                plain_label(
                    _("Enter ends it, Esc goes on. Down and Enter go to a line."), "small", "text3"
                ),
                row(
                    None,
                    back,
                    self.end,
                    key_cap(_("Enter")),
                ),
                spacing=10,
                margins=(22, 18, 22, 16),
            )
        )
        frame.setMaximumWidth(_WIDTH)
        self.list.chosen.connect(self.chosen)
        middle = row(None, frame, None)
        middle.setStretch(1, 2)
        self.setLayout(column(None, middle, None))

    def show_gaps(self, rows: Sequence[ListRow], sums: str) -> None:
        """Show what was found; nothing found is said as well."""
        count = len(rows)
        said = ngettext("{count} thing to look at.", "{count} things to look at.", count)
        self.words.setText(
            said.format(count=count) if rows else _("Nothing is missing. Thank them, and close it.")
        )
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.list.fit_height(300)
        self.sums.setText(sums)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ended.emit()
        elif event.key() == Qt.Key.Key_Down and self.list.keys:
            self.list.setFocus()
            self.list.select(self.list.keys[0])
        else:
            super().keyPressEvent(event)
