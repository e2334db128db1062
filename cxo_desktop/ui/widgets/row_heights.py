"""Rows of a table as high as their words need, measured a few at a time from the last one up."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QTimer
from PySide6.QtWidgets import QTableView

from cxo_desktop.ui.models.rows import HasKey, RowsModel

T = TypeVar("T", bound=HasKey)
_SLICE = 0.008


class RowHeights(QObject, Generic[T]):
    """Sets each row of ``view`` as high as ``height`` says, for as long as the row stays the same.

    A slice of work takes some milliseconds; what is seen stays where it is while rows above it
    get their heights. A row costs nothing when others come, go or change.
    """

    def __init__(
        self, view: QTableView, model: RowsModel[T], height: Callable[[T, int], int]
    ) -> None:
        super().__init__(view)
        self._view, self._model, self._height = view, model, height
        self._measured: dict[str, T] = {}
        self._width = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.measure)
        model.rowsInserted.connect(self._forget)

    @property
    def total(self) -> int:
        """Return how high all rows are together, as far as is known, in pixels."""
        return self._view.verticalHeader().length()

    def measure(self, width: int | None = None) -> None:
        """Measure what is new since the last time, and go on later where it is much."""
        if width is not None and width != self._width:
            self._width = width
            self._measured.clear()
        waiting = self._waiting()
        top = self._view.rowAt(0)
        place = self._view.rowViewportPosition(top) if top >= 0 else 0
        end = perf_counter() + _SLICE
        while waiting and perf_counter() < end:
            number = waiting.pop()
            row = self._model.row(number)
            self._view.setRowHeight(number, self._height(row, self._width))
            self._measured[row.key] = row
        if top >= 0 and (moved := self._view.rowViewportPosition(top) - place):
            bar = self._view.verticalScrollBar()
            bar.setRange(0, max(bar.maximum(), bar.value() + moved))
            bar.setValue(bar.value() + moved)
        (self._timer.start if waiting else self._timer.stop)()

    def _waiting(self) -> list[int]:
        """Return the numbers of the rows that are not measured, the last one at the end."""
        rows = [self._model.row(number) for number in range(self._model.rowCount())]
        known = self._measured
        self._measured = {row.key: row for row in rows if known.get(row.key) is row}
        return [number for number, row in enumerate(rows) if row.key not in self._measured]

    def _forget(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Measure rows again that were put elsewhere, as their place has no height yet."""
        for number in range(first, last + 1):
            self._measured.pop(self._model.row(number).key, None)
