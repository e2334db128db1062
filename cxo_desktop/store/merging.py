"""Rows as the whole change log makes them, whatever laptop its changes came from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from cxo_desktop.domain.changes import Cell, Change, row_after
from cxo_desktop.domain.merge import Merged, Stamp, Stamped, merged
from cxo_desktop.store.cell_bytes import unpack
from cxo_desktop.store.connection import rows_of
from cxo_desktop.store.driver import Database
from cxo_desktop.store.text_merge import join_texts

_STAMPED = (
    'SELECT c.number, c.operation, c."table", c."row", c.field, c.value, c.erased, o.instant, '
    "s.number, s.device, s.seq, s.deps, s.last FROM change c "
    "JOIN operation o ON o.number = c.operation LEFT JOIN segment s ON s.number = "
    "(SELECT number FROM segment WHERE first <= c.number ORDER BY first DESC LIMIT 1) "
)


class RowStates:
    """Tell what rows are, or were before a change, by merging what was done to them."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._deps: dict[int, Mapping[str, int]] = {}

    def changes_to(self, rows: Iterable[str]) -> dict[tuple[str, str], list[Stamped]]:
        """Return the stamped changes to some rows, by table and row."""
        condition = 'WHERE c."row" IN (SELECT value FROM json_each(?)) ORDER BY c.number'
        return self._grouped(condition, [json.dumps(list(rows))])

    def all_changes(self) -> dict[tuple[str, str], list[Stamped]]:
        """Return all changes, stamped, by table and row."""
        return self._grouped("ORDER BY c.number", [])

    def before(self, table: str, row: str, number: int) -> dict[str, Cell] | None:
        """Return the fields of a row as this laptop showed them before a change, or None."""
        known = self.changes_to([row]).get((table, row), [])
        return cells_of([one for one in known if one.change.number < number])

    def _grouped(self, rest: str, values: list[Any]) -> dict[tuple[str, str], list[Stamped]]:
        own = self._own()
        found: dict[tuple[str, str], list[Stamped]] = {}
        for row in rows_of(self._db, _STAMPED + rest, values):
            stamped = self._stamped(row, own)
            found.setdefault((stamped.change.table, stamped.change.row), []).append(stamped)
        return found

    def _own(self) -> tuple[str, int, dict[str, int]]:
        """Return where a change stands that is in no segment yet."""
        device = rows_of(self._db, "SELECT value FROM share WHERE key = 'device'")
        heads = dict(rows_of(self._db, "SELECT device, max(seq) FROM segment GROUP BY device"))
        name = device[0][0] if device else ""
        return name, heads.get(name, 0) + 1, heads

    def _stamped(self, row: tuple[Any, ...], own: tuple[str, int, dict[str, int]]) -> Stamped:
        number, operation, table, row_id, field, value, erased, instant, *segment = row
        key, device, seq, deps, last = segment
        change = Change(number, operation, table, row_id, field, unpack(value), bool(erased))
        if last is None or number > last:
            return Stamped(change, Stamp(own[0], own[1], instant, number, own[2]))
        if key not in self._deps:
            self._deps[key] = json.loads(deps)
        return Stamped(change, Stamp(device, seq, instant, number, self._deps[key]))


def merge(changes: list[Stamped]) -> Merged:
    """Return the row that stamped changes make."""
    return merged(changes, join_texts)


def cells_of(changes: list[Stamped]) -> dict[str, Cell] | None:
    """Return the fields of the row that changes make, or None when it is not there.

    What one laptop did to a row is told by the order in which it was done.
    """
    if len({one.stamp.device for one in changes}) <= 1:
        return row_after(tuple(one.change for one in changes))
    cells = merge(changes).cells
    return None if cells is None else dict(cells)
