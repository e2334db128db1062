"""A table over records of which only those on the screen are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from cxo_desktop.ui.models.rows import Index

_ROOT = QModelIndex()
_PIECE = 100
_SHOWN = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)

Cells = Sequence[str]
Fetch = Callable[[Sequence[str]], dict[str, Cells]]


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: the field it shows and sorts by, and what it is called."""

    field: str
    words: str


def _nothing(_ids: Sequence[str]) -> dict[str, Cells]:
    return {}


class RecordTable(QAbstractTableModel):
    """Shows rows named by their ids; ``fetch`` gives the cells of some of them when asked for.

    Sorting is not done here: whoever shows the rows gives them in order. ``sort_asked`` is told
    the field and the direction when a heading is clicked.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[Heading, ...] = ()
        self._ids: tuple[str, ...] = ()
        self._fetch: Fetch = _nothing
        self._cells: dict[str, Cells] = {}
        self.sort_asked: Callable[[str, bool], object] | None = None

    def show(self, headings: Sequence[Heading], ids: Sequence[str], fetch: Fetch) -> None:
        """Show these rows; where headings and rows are the same, only their cells are new."""
        same = tuple(headings) == self._headings and tuple(ids) == self._ids
        if not same:
            self.beginResetModel()
        self._headings, self._ids = tuple(headings), tuple(ids)
        self._fetch, self._cells = fetch, {}
        if not same:
            self.endResetModel()
        elif self._ids:
            last = self.index(len(self._ids) - 1, len(self._headings) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [])

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Return the columns."""
        return self._headings

    def id_of(self, number: int) -> str:
        """Return the id of a row, or "" for none."""
        return self._ids[number] if 0 <= number < len(self._ids) else ""

    def number_of(self, row_id: str) -> int:
        """Return the number of the row with this id, or -1."""
        return self._ids.index(row_id) if row_id in self._ids else -1

    def field_of(self, column: int) -> str:
        """Return the field that a column shows."""
        return self._headings[column].field

    @property
    def read(self) -> int:
        """Return how many rows have been read so far."""
        return len(self._cells)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headings[section].words
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _SHOWN or not index.isValid():
            return None
        text = self._row(index.row())[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headings[index.column()].words}: {text}"
        return text

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if self.sort_asked is not None and 0 <= column < len(self._headings):
            self.sort_asked(self.field_of(column), order == Qt.SortOrder.DescendingOrder)

    def _row(self, number: int) -> Cells:
        row_id = self._ids[number]
        if row_id not in self._cells:
            start = number - number % _PIECE
            piece = [one for one in self._ids[start : start + _PIECE] if one not in self._cells]
            empty = ("",) * len(self._headings)
            self._cells |= dict.fromkeys(piece, empty) | self._fetch(piece)
        return self._cells[row_id]
