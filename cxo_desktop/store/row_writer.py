"""Put rows into their tables as they came from elsewhere; what this version cannot show waits.

A newer version of the program may know tables, fields and values that this one does not. Such a
row stays in the change log, and is shown once this laptop is brought up to date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cxo_desktop.domain.changes import Cell, Change
from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.store.columns import columns, from_cells
from cxo_desktop.store.driver import Database

_TOP_LEVEL = {"id": "TEXT", "key": "TEXT", "value": "TEXT"}


class RowWriter:
    """Make, change and remove rows without logging; to be used inside a transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def make_all(self, changes: Iterable[Change]) -> None:
        """Make rows that were not there, each from the one change that made it."""
        by_table: dict[str, list[list[Any]]] = {}
        for change in changes:
            cells = self._shown(change.table, change.row, change.cells or {})
            if cells is not None:
                names = list(_columns(change.table))[1:]
                row = [change.row, *(cells.get(name) for name in names)]
                by_table.setdefault(change.table, []).append(row)
        for table, rows in by_table.items():
            listed = ", ".join(f'"{name}"' for name in _columns(table))
            places = ", ".join("?" * len(rows[0]))
            self._db.conn.executemany(
                f'INSERT INTO "{table}" ({listed}) VALUES ({places})',  # noqa: S608 - declared names
                rows,
            )

    def bring(self, table: str, row: str, cells: Mapping[str, Cell] | None) -> None:
        """Let a row hold these cells, or be gone for None."""
        if cells is None:
            if _columns(table):
                self._db.execute(f'DELETE FROM "{table}" WHERE id = ?', [row])  # noqa: S608 - declared names
            return
        shown = self._shown(table, row, cells)
        if shown is not None:
            names = list(_columns(table))[1:]
            listed = ", ".join(f'"{name}"' for name in ("id", *names))
            self._db.execute(
                f'INSERT OR REPLACE INTO "{table}" ({listed}) '  # noqa: S608 - declared names
                f"VALUES ({', '.join('?' * (len(names) + 1))})",
                [row, *(shown.get(name) for name in names)],
            )

    def _shown(self, table: str, row: str, cells: Mapping[str, Cell]) -> dict[str, Cell] | None:
        """Return those cells that this version can show, or None when it cannot show the row."""
        known = _columns(table)
        shown = {name: cell for name, cell in cells.items() if name in known}
        readable = bool(known) and _readable(table, row, shown)
        if not readable or len(shown) < len(cells):
            self._db.execute("INSERT OR IGNORE INTO pending_row VALUES (?, ?)", [table, row])
        return shown if readable else None


def _columns(table: str) -> dict[str, str]:
    """Return the columns of a table by name, none for one that this version does not have."""
    if table == "top_level":
        return _TOP_LEVEL
    return columns(BY_TABLE[table].cls) if table in BY_TABLE else {}


def _readable(table: str, row: str, cells: Mapping[str, Cell]) -> bool:
    for name, kind in _columns(table).items():
        if not _fits(kind, cells.get(name)):
            return False
    if table not in BY_TABLE:
        return True
    try:
        from_cells(BY_TABLE[table].cls, row, cells)
    except (InputRefused, ValueError, TypeError):
        return False
    return True


def _fits(kind: str, cell: Cell) -> bool:
    if cell is None or kind == "ANY":
        return True
    return isinstance(cell, str) if kind == "TEXT" else isinstance(cell, int)
