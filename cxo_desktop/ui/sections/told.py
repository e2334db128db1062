"""A list that only tells, or says that there is nothing to tell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget

from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.section import Section
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import Part, boxed, column
from cxo_desktop.ui.widgets.quiet import Quiet
from cxo_desktop.ui.widgets.row_list import RowList

Rows = Callable[[], list[ListRow]]


class ToldSection(Section):
    """``rows`` are asked for at each refresh; ``nothing`` are heading and sentence for none."""

    def __init__(
        self, desk: Desk, title: str, words: str, rows: Rows, nothing: tuple[str, str], *foot: Part
    ) -> None:
        super().__init__(desk)
        self._rows = rows
        self.list = RowList(title)
        self._stack = QStackedWidget()
        whole = column(
            plain_label(title, "subtitle"),
            plain_label(words, "body", "text2", wrap=True),
            self.list,
            *foot,
            spacing=10,
            margins=(18, 14, 18, 14),
        )
        whole.setStretch(2, 1)
        self._stack.addWidget(boxed(whole))
        self._stack.addWidget(Quiet(*nothing))
        self.setLayout(column(self._stack))
        self.setFocusProxy(self.list)

    def refresh(self) -> None:
        """Ask for the rows again."""
        rows = self._rows()
        self.list.show_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
