"""A read-only table over a tuple of rows that moves no selection it need not move."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt


class HasKey(Protocol):
    """Anything that stays the same thing while its contents change."""

    @property
    def key(self) -> str:
        """Return what tells this row from all others."""
        ...


T = TypeVar("T", bound=HasKey)
Index = QModelIndex | QPersistentModelIndex
RowRole = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A heading, how to read the cell, and how to say the row aloud."""

    heading: str
    text: Callable[[T], str]
    spoken: Callable[[T], str] | None = None


class RowsModel(QAbstractTableModel, Generic[T]):
    """Shows rows through columns; `show` turns old into new with the fewest signals."""

    def __init__(self, columns: Sequence[Column[T]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[T] = []

    def show(self, rows: Sequence[T]) -> None:
        """Show these rows from now on; their keys must differ from each other."""
        old = [row.key for row in self._rows]
        new = [row.key for row in rows]
        first = _common(old, new)
        last = _common(old[first:][::-1], new[first:][::-1])
        matcher = SequenceMatcher(
            a=old[first : len(old) - last], b=new[first : len(new) - last], autojunk=False
        )
        for tag, *places in reversed(matcher.get_opcodes()):
            start, end, new_start, new_end = (first + place for place in places)
            if tag in ("delete", "replace"):
                self.beginRemoveRows(_ROOT, start, end - 1)
                del self._rows[start:end]
                self.endRemoveRows()
            if tag in ("insert", "replace"):
                self.beginInsertRows(_ROOT, start, start + new_end - new_start - 1)
                self._rows[start:start] = rows[new_start:new_end]
                self.endInsertRows()
        self._take_changed(rows)

    def _take_changed(self, rows: Sequence[T]) -> None:
        column = len(self._columns) - 1
        for number, (row, before) in enumerate(zip(rows, self._rows, strict=True)):
            if row is not before:
                self._rows[number] = row
                if row != before:
                    self.dataChanged.emit(self.index(number, 0), self.index(number, column), [])

    def row(self, number: int) -> T:
        """Return one of the rows."""
        return self._rows[number]

    def find(self, key: str) -> int:
        """Return the number of the row with this key, or -1."""
        return next((n for n, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._columns[section].heading
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (column.spoken or column.text)(row)
        return row if role == RowRole else None


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many keys two lists have in common from their start on."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
