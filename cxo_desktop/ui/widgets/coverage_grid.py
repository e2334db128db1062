"""Levels across visits: who was heard when, what is planned, and where the gaps are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from cxo_desktop.i18n import _
from cxo_desktop.ui import theme
from cxo_desktop.ui.grid_rows import GridRow
from cxo_desktop.ui.models.rows import Index

_ROW, _ROOT = 26, QModelIndex()


class GridModel(QAbstractTableModel):
    """A column for the level, one for each visit, one for the sum, one for the gap."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visits: tuple[str, ...] = ()
        self.rows: tuple[GridRow, ...] = ()

    def show(self, visits: Sequence[str], rows: Sequence[GridRow]) -> None:
        """Show these levels across these visits."""
        self.beginResetModel()
        self._visits, self.rows = tuple(visits), tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._visits) + 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (_("Level"), *self._visits, _("Heard"), _("Missing"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (line.name, *line.cells, line.sum, line.gap)[column]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            heading = self.headerData(column, Qt.Orientation.Horizontal)
            said = (line.name, *line.spoken, line.sum, line.gap)[column]
            return f"{line.name}, {heading}: {said}" if column else said
        if role == Qt.ItemDataRole.ForegroundRole:
            if column == len(self._visits) + 2:
                return theme.colour("bad")
            if 0 < column <= len(self._visits):
                return theme.colour("accent")
        return None


class CoverageGrid(QTableView):
    """``picked`` tells the level and the number of the visit that is current, -1 for all."""

    picked = Signal(str, int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._grid = GridModel(self)
        self.setModel(self._grid)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_grid(self, visits: Sequence[str], rows: Sequence[GridRow], most: int) -> None:
        """Show the levels across the visits, at most so many pixels high."""
        self._grid.show(visits, rows)
        self.resizeColumnsToContents()
        header = self.horizontalHeader()
        for column in range(1, self._grid.columnCount() - 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(self._grid.columnCount() - 1, QHeaderView.ResizeMode.Stretch)
        wanted = header.sizeHint().height() + _ROW * len(rows) + 8
        self.setFixedHeight(min(most, wanted))

    @property
    def shown(self) -> tuple[GridRow, ...]:
        """Return the rows shown."""
        return self._grid.rows

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not now.isValid():
            return
        line = self._grid.rows[now.row()]
        visit = now.column() - 1 if 0 < now.column() <= len(line.cells) else -1
        self.picked.emit(line.key, visit)
