"""All records of an engagement: read whole once, then only the rows that the change log names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cxo_desktop.domain.entities import BY_TABLE, ENTITIES
from cxo_desktop.domain.records import Record
from cxo_desktop.store.changelog import has_mark, newest_mark, touched
from cxo_desktop.store.columns import from_row
from cxo_desktop.store.driver import Database

_MOST_BY_ONE = 500
Records = Mapping[type[Record], tuple[Record, ...]]


@dataclass(frozen=True, slots=True)
class _Known:
    """The records as they stood after a change of the log; ``mark`` tells which one."""

    mark: tuple[int, int]
    by_table: Mapping[str, Mapping[str, Record]]
    records: Records


class Snapshot:
    """The records of one file. To be asked inside a transaction, so that all are of one moment.

    A record that did not change stays the same object. Nothing is remembered of a transaction
    of somebody else that may still be taken back, nor of a file that was put in place of another.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: _Known | None = None

    def records(self, *, remember: bool) -> Records:
        """Return the records by class, each class oldest first."""
        mark = newest_mark(self._db)
        known = self._known
        if known is None or not has_mark(self._db, known.mark):
            known = self._read(mark, {entity.table: None for entity in ENTITIES})
        elif mark != known.mark:
            rows = touched(self._db, known.mark[0])
            known = self._read(mark, {it: rows[it] for it in rows if it in BY_TABLE}, known)
        if remember:
            self._known = known
        return known.records

    def forget(self) -> None:
        """Keep no record in memory."""
        self._known = None

    def _read(
        self,
        mark: tuple[int, int],
        of: Mapping[str, frozenset[str] | None],
        before: _Known | None = None,
    ) -> _Known:
        """Return what is known once rows by table, None for all of it, are read again."""
        by_table = dict(before.by_table) if before else {}
        records = dict(before.records) if before else {}
        for table, rows in of.items():
            by_table[table] = self._table(table, rows, by_table.get(table, {}))
            records[BY_TABLE[table].cls] = tuple(by_table[table].values())
        return _Known(mark, by_table, records)

    def _table(
        self, table: str, rows: frozenset[str] | None, before: Mapping[str, Record]
    ) -> Mapping[str, Record]:
        if rows is None or len(rows) > _MOST_BY_ONE:
            return self._found(table, None, [])
        places = ", ".join("?" * len(rows))
        found = self._found(table, f"id IN ({places})", rows)
        last = next(reversed(list(before)), "")
        kept = dict(before) | found
        for row in rows.difference(found):
            kept.pop(row, None)
        if all(row in before or row > last for row in found):
            return kept
        return {row: kept[row] for row in sorted(kept)}

    def _found(self, table: str, condition: str | None, rows: Iterable[str]) -> dict[str, Record]:
        cls = BY_TABLE[table].cls
        found = self._db.table(table).rows_where(condition, list(rows), order_by="id")
        return {str(row["id"]): from_row(cls, row) for row in found}
