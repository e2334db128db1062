"""The one change log: every change, in the transaction that makes it; nothing is rewritten.

It is the history of each record, what undo works from, and what sync will send. Only *erase*
may blank a value in place, which a trigger of the schema sees to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cxo_desktop.domain.changes import Cell, Change, Operation
from cxo_desktop.domain.clock import HybridClock
from cxo_desktop.store.cell_bytes import pack, unpack
from cxo_desktop.store.connection import reading
from cxo_desktop.store.driver import Database

_NEWEST = "SELECT max(instant) FROM operation"
_OPERATIONS = (
    "SELECT number, instant, device.code, name, undoes FROM operation "
    "JOIN device ON device.key = operation.device"
)
_APPEND = 'INSERT INTO change (operation, "table", "row", field, value) VALUES (?, ?, ?, ?, ?)'
_MARKS = (
    "SELECT change.number, operation.instant FROM change "
    "JOIN operation ON operation.number = change.operation"
)
_CHANGES = 'SELECT number, operation, "table", "row", field, value, erased FROM change'


class ChangeLog:
    """Append operations and changes, and read them back."""

    def __init__(self, db: Database, device: str) -> None:
        self._db = db
        self.device = device
        self.clock = HybridClock()

    def begin(self, name: str, undoes: int | None = None) -> int:
        """Open an operation and return its number; to be called inside a transaction.

        Its instant is later than all that is known, also of what another process took in.
        """
        self.clock.witness(self._db.execute(_NEWEST).fetchone()[0] or 0)
        cursor = self._db.execute(
            "INSERT INTO operation (instant, device, name, undoes) VALUES (?, ?, ?, ?)",
            [self.clock.tick(), self.device_key(self.device), name, undoes],
        )
        return int(cursor.lastrowid or 0)

    def append(
        self, operation: int, table: str, row: str, field: str, cells: Mapping[str, Cell] | None
    ) -> None:
        """Append one change of an operation."""
        self._db.conn.execute(_APPEND, [operation, table, row, field, pack(cells)])

    def append_made(
        self, operation: int, table: str, rows: Iterable[tuple[str, Mapping[str, Cell]]]
    ) -> None:
        """Append that an operation made rows of these cells."""
        self._db.conn.executemany(
            _APPEND, ((operation, table, row, "", pack(cells)) for row, cells in rows)
        )

    def operation(self, number: int) -> Operation | None:
        """Return an operation by its number."""
        with reading(self._db):
            found = self._db.execute(f"{_OPERATIONS} WHERE number = ?", [number]).fetchone()
        return Operation(*found) if found else None

    def own_operations(self, after: int = 0) -> tuple[Operation, ...]:
        """Return the operations of this device with a number above ``after``, oldest first."""
        with reading(self._db):
            rows = self._db.execute(
                f"{_OPERATIONS} WHERE number > ? AND device.code = ? ORDER BY number",
                [after, self.device],
            ).fetchall()
        return tuple(Operation(*row) for row in rows)

    def changes_of(self, operation: int) -> tuple[Change, ...]:
        """Return the changes of one operation, in order."""
        return self._changes("operation = ?", [operation])

    def changes_to(self, row: str, before: int | None = None) -> tuple[Change, ...]:
        """Return the changes to one row in order; with ``before`` only those up to that number."""
        if before is None:
            return self._changes('"row" = ?', [row])
        return self._changes('"row" = ? AND number < ?', [row, before])

    def all_changes(self) -> Iterable[Change]:
        """Yield every change, in order."""
        for row in self._db.execute(f"{_CHANGES} ORDER BY number"):
            yield _change(row)

    def digests_gone(self) -> list[str]:
        """Return the contents that were sent to a share and that no record, or its past, needs."""
        sent = {row[0] for row in self._db.execute("SELECT digest FROM content_sent").fetchall()}
        if not sent:
            return []
        logged = self._changes("\"table\" = 'attachment' AND value IS NOT NULL", [])
        needed = {(change.cells or {}).get("digest") for change in logged}
        return sorted(sent - needed)

    def removals(self) -> tuple[Change, ...]:
        """Return the changes that removed a row, newest first."""
        return tuple(reversed(self._changes("field = '' AND value IS NULL AND NOT erased", [])))

    def erase(self, rows: Iterable[str]) -> int:
        """Blank every value ever kept of these rows; return how many changes were blanked."""
        blanked = 0
        for row in rows:
            cursor = self._db.execute(
                'UPDATE change SET value = NULL, erased = 1 WHERE "row" = ? AND NOT erased', [row]
            )
            blanked += cursor.rowcount
        return blanked

    def _changes(self, condition: str, values: list[Any]) -> tuple[Change, ...]:
        with reading(self._db):
            rows = self._db.execute(f"{_CHANGES} WHERE {condition} ORDER BY number", values)
            return tuple([_change(row) for row in rows])

    def newest_of(self, device: str) -> int:
        """Return the instant of a laptop's newest operation, 0 for none."""
        found = self._db.execute(
            "SELECT max(instant) FROM operation JOIN device ON device.key = operation.device "
            "WHERE device.code = ?",
            [device],
        ).fetchone()
        return int(found[0] or 0)

    def device_key(self, device: str) -> int:
        """Return the number by which operations name a laptop, which need not be known yet."""
        self._db.execute("INSERT OR IGNORE INTO device (code) VALUES (?)", [device])
        found = self._db.execute("SELECT key FROM device WHERE code = ?", [device]).fetchone()
        return int(found[0])


def _change(row: tuple[Any, ...]) -> Change:
    number, operation, table, row_id, field, value, erased = row
    return Change(number, operation, table, row_id, field, unpack(value), bool(erased))


def newest_mark(db: Database) -> tuple[int, int]:
    """Return the number of the newest change and its instant, (0, 0) when there is none."""
    with reading(db):
        row = db.execute(f"{_MARKS} ORDER BY change.number DESC LIMIT 1").fetchone()
    return (int(row[0]), int(row[1])) if row else (0, 0)


def has_mark(db: Database, mark: tuple[int, int]) -> bool:
    """Tell whether this very change is in the log; not so once a backup took its place."""
    with reading(db):
        row = db.execute(f"{_MARKS} WHERE change.number = ?", [mark[0]]).fetchone()
    return mark == (tuple(row) if row else (0, 0))


def touched(db: Database, after: int) -> dict[str, frozenset[str]]:
    """Return by table the rows that changes with a number above ``after`` are about."""
    found: dict[str, set[str]] = {}
    with reading(db):
        rows = db.execute(
            'SELECT DISTINCT "table", "row" FROM change WHERE number > ?', [after]
        ).fetchall()
    for table, row in rows:
        found.setdefault(table, set()).add(row)
    return {table: frozenset(rows) for table, rows in found.items()}
