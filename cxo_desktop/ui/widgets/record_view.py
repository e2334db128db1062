"""The table of records as a widget: one row is current, and headings sort."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from cxo_desktop.ui.models.record_table import Fetch, Heading, RecordTable

_ROW, _WIDEST, _NARROWEST, _LOOKED_AT = 28, 320, 64, 24

_ORDERS = {
    Qt.Key.Key_Up: Qt.SortOrder.AscendingOrder,
    Qt.Key.Key_Down: Qt.SortOrder.DescendingOrder,
}


class RecordView(QTableView):
    """``picked`` tells the id of the row that is current now, "" for none.

    Ctrl+Up and Ctrl+Down sort by the column one is in, as a click on its heading does.
    """

    picked = Signal(str)

    def __init__(self, name: str, sort: Callable[[str, bool], object]) -> None:
        super().__init__()
        self.rows = RecordTable(self)
        self.rows.sort_asked = sort
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.forget_sorting()
        self.setSortingEnabled(True)
        self.horizontalHeader().setResizeContentsPrecision(_LOOKED_AT)
        self.horizontalHeader().setHighlightSections(False)
        self.selectionModel().currentChanged.connect(lambda *_both: self.picked.emit(self.current))

    def show_rows(self, headings: Sequence[Heading], ids: Sequence[str], fetch: Fetch) -> None:
        """Show these rows; the current one stays current, else the first one is."""
        kept = self.current
        new = tuple(headings) != self.rows.headings
        self.rows.show(headings, ids, fetch)
        if new:
            self._fit_columns()
        self.select(kept if self.rows.number_of(kept) >= 0 else self.rows.id_of(0))

    @property
    def current(self) -> str:
        """Return the id of the row that is current, or ""."""
        index = self.currentIndex()
        return self.rows.id_of(index.row()) if index.isValid() else ""

    def select(self, row_id: str) -> None:
        """Make the row with this id current, if it is there."""
        number = self.rows.number_of(row_id)
        if number >= 0 and row_id != self.current:
            flags = QItemSelectionModel.SelectionFlag
            index = self.rows.index(number, 0)
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def forget_sorting(self) -> None:
        """Mark no heading as the one that sorts."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        order = _ORDERS.get(Qt.Key(event.key()))
        if order is None or event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif (column := self.currentIndex().column()) >= 0:
            self.horizontalHeader().setSortIndicator(column, order)

    def _fit_columns(self) -> None:
        self.resizeColumnsToContents()
        for number in range(self.rows.columnCount()):
            width = self.columnWidth(number) + 12
            self.setColumnWidth(number, max(_NARROWEST, min(_WIDEST, width)))
