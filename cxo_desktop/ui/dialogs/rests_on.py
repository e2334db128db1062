"""What a figure rests on: every record behind it, each one key away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from cxo_desktop.i18n import _
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.why_rows import counted
from cxo_desktop.ui.widgets.cards import plain_button, primary_button
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import column, row
from cxo_desktop.ui.widgets.row_list import RowList

_WIDTH, _HEIGHT = 560, 470


class RestsOnDialog(QDialog):
    """Enter goes to the record that is current; Esc leaves."""

    def __init__(
        self, desk: Desk, title: str, figure: str, rows: Sequence[ListRow], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(title)
        self.resize(_WIDTH, _HEIGHT)
        self.list = RowList(_("What it rests on"))
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.go = primary_button(_("Go there"), "arrow-right", self._go)
        self.go.setAutoDefault(False)
        self.go.setEnabled(bool(rows))
        close = plain_button(_("Close"), handler=self.reject)
        close.setAutoDefault(False)
        nothing = plain_label(
            _("Nothing is noted yet that this could be reckoned from."), "body", "text2", wrap=True
        )
        nothing.setVisible(not rows)
        whole = column(
            plain_label(title, "subtitle"),
            plain_label(figure, "body", "text2", wrap=True),
            plain_label(counted(rows), "label", "text3"),
            self.list,
            nothing,
            row(None, close, self.go),
            spacing=8,
            margins=(20, 16, 20, 16),
        )
        whole.setStretch(3, 1)
        self.setLayout(whole)
        self.list.chosen.connect(self._follow)
        if rows:
            self.list.select(rows[0].key)
        self.list.setFocus()

    def _go(self) -> None:
        self._follow(self.list.current)

    def _follow(self, key: str) -> None:
        if key:
            self.accept()
            self._desk.record_asked.emit(key)
