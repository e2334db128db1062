"""Rows as the change log knows them: made, changed and removed together with their log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from cxo_desktop.domain.changes import ERASE, Cell
from cxo_desktop.domain.records import Record
from cxo_desktop.store.changelog import ChangeLog
from cxo_desktop.store.columns import to_row
from cxo_desktop.store.conflicts import settle
from cxo_desktop.store.driver import Database

FORGET = "forget person"


class Listener(Protocol):
    """Whoever wants to hear of every row that was written, in the same transaction."""

    def refresh(self, table: str, row: str) -> None:
        """Hear of one row."""

    def refresh_all(self, rows: Iterable[tuple[str, str]]) -> None:
        """Hear of many, (table, row id) each."""


def cells_of(record: Record) -> dict[str, Cell]:
    """Return the cells of a record that hold something, without its id."""
    row = to_row(record)
    return {name: cell for name, cell in row.items() if cell is not None and name != "id"}


class Rows:
    """Write rows and their log in one go; to be used inside a transaction."""

    def __init__(self, db: Database, log: ChangeLog, listener: Listener | None = None) -> None:
        self._db = db
        self._log = log
        self._listener = listener
        self._operation: int | None = None
        self._name = ""
        self._undoes: int | None = None

    @contextmanager
    def operation(self, name: str, undoes: int | None = None) -> Iterator[None]:
        """Let all writings inside belong to one operation; inside another they belong to that."""
        if self._name:
            yield
            return
        self._name, self._undoes, self._operation = name, undoes, None
        try:
            yield
        finally:
            self._name, self._undoes, self._operation = "", None, None

    def get(self, table: str, row: str) -> dict[str, Cell] | None:
        """Return the cells of a row that hold something, or None when it is not there."""
        for found in self._db.table(table).rows_where("id = ?", [row]):
            return {name: cell for name, cell in found.items() if cell is not None and name != "id"}
        return None

    def change(self, table: str, row: str, cells: Mapping[str, Cell]) -> None:
        """Set a row that is there to these cells; only what differs is written and logged."""
        for name, cell in _differences(self.get(table, row) or {}, cells).items():
            self.set_field(table, row, name, cell)

    def set_field(self, table: str, row: str, field: str, cell: Cell) -> None:
        """Set one field of a row."""
        self._db.execute(f'UPDATE "{table}" SET "{field}" = ? WHERE id = ?', [cell, row])  # noqa: S608 - declared names
        self._logged(table, row, field, {field: cell})

    def set(self, table: str, row: str, cells: Mapping[str, Cell] | None) -> None:
        """Make a row of these cells, or remove it."""
        if cells is None:
            self._db.execute(f'DELETE FROM "{table}" WHERE id = ?', [row])  # noqa: S608 - declared
        else:
            columns = "".join(f', "{name}"' for name in cells)
            places = ", ?" * len(cells)
            self._db.conn.execute(
                f'INSERT INTO "{table}" (id{columns}) VALUES (?{places})',  # noqa: S608 - declared names
                [row, *cells.values()],
            )
        self._logged(table, row, "", cells)

    def make_all(self, table: str, rows: Sequence[tuple[str, Mapping[str, Cell]]]) -> None:
        """Make many rows that were never there: (id, cells) each."""
        names = sorted({name for _row, cells in rows for name in cells})
        columns = "".join(f', "{name}"' for name in names)
        self._db.conn.executemany(
            f'INSERT INTO "{table}" (id{columns}) VALUES (?{", ?" * len(names)})',  # noqa: S608 - declared names
            ([row, *map(cells.get, names)] for row, cells in rows),
        )
        self._log.append_made(self._number(), table, rows)
        if self._listener:
            self._listener.refresh_all([(table, row) for row, _cells in rows])

    def forget(self, table: str, row: str, cells: Mapping[str, Cell] | None) -> None:
        """Blank all that was ever logged of a row; leave it with these cells, or without it."""
        there = self.get(table, row)
        self._log.erase([row])
        self._logged(table, row, ERASE, None)
        if there is not None:
            self._db.execute(f'DELETE FROM "{table}" WHERE id = ?', [row])  # noqa: S608 - declared names
        if there is not None and cells is not None:
            self.set(table, row, cells)
        else:
            self._logged(table, row, "", None)

    def _logged(self, table: str, row: str, field: str, cells: Mapping[str, Cell] | None) -> None:
        self._log.append(self._number(), table, row, field, cells)
        settle(self._db, row, field)
        if self._listener:
            self._listener.refresh(table, row)

    def _number(self) -> int:
        """Return the number of the operation that is going on; the first change begins it."""
        if not self._name:
            raise RuntimeError("a row was written outside of an operation")
        if self._operation is None:
            self._operation = self._log.begin(self._name, self._undoes)
        return self._operation


def _differences(old: Mapping[str, Cell], new: Mapping[str, Cell]) -> dict[str, Any]:
    names = [*old, *(name for name in new if name not in old)]
    return {
        name: new.get(name)
        for name in names
        if (type(old.get(name)), old.get(name)) != (type(new.get(name)), new.get(name))
    }
