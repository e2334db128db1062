"""Take in what colleagues did: into the change log, then into the rows that it concerns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from cxo_desktop.domain.changes import ERASE, Change
from cxo_desktop.domain.merge import Stamped, lost_to_erasure
from cxo_desktop.store.cell_bytes import pack
from cxo_desktop.store.changelog import ChangeLog
from cxo_desktop.store.conflicts import keep_contested
from cxo_desktop.store.connection import rows_of
from cxo_desktop.store.driver import Database
from cxo_desktop.store.merging import RowStates, cells_of, merge
from cxo_desktop.store.outbox import SentOperation
from cxo_desktop.store.row_writer import RowWriter
from cxo_desktop.store.search import SearchIndex
from cxo_desktop.store.segments import NewSegment, Segments

Row = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Received:
    """A verified segment of a colleague: its operations, and those this version cannot read."""

    segment: NewSegment
    operations: tuple[SentOperation, ...]
    unread: tuple[str, ...] = ()


@dataclass(slots=True)
class TakenIn:
    """What came in: how many changes, the rows they touched by laptop, the rows erased."""

    changes: int = 0
    rows: dict[str, set[Row]] = field(default_factory=dict)
    erased: set[Row] = field(default_factory=set)

    @property
    def tables(self) -> set[str]:
        """Return the tables that were touched."""
        return {table for rows in self.rows.values() for table, _row in rows}


class Incoming:
    """Take in whole batches; to be used inside a transaction."""

    def __init__(self, db: Database, log: ChangeLog, search: SearchIndex) -> None:
        self._db = db
        self._log = log
        self._search = search
        self._segments = Segments(db)
        self._states = RowStates(db)
        self._writer = RowWriter(db)

    def take_in(self, batch: Sequence[Received]) -> TakenIn:
        """Keep segments and all they say; the rows come out the same in whatever order."""
        taken = TakenIn()
        before = self._next("change") - 1
        touched: dict[Row, list[Change]] = {}
        for received in batch:
            rows = taken.rows.setdefault(received.segment.device, set())
            for change in self._logged(received):
                touched.setdefault((change.table, change.row), []).append(change)
                rows.add((change.table, change.row))
                taken.changes += 1
        self._bring_rows(touched, before, taken)
        return taken

    def replay_pending(self) -> int:
        """Try again the rows that an older version of this program could not show."""
        rows = rows_of(self._db, 'SELECT "table", "row" FROM pending_row')
        self._db.execute("DELETE FROM pending_row")
        self._merge_rows([(table, row) for table, row in rows], TakenIn())
        self._search.refresh_all([(table, row) for table, row in rows])
        return len(rows)

    def _logged(self, received: Received) -> list[Change]:
        first = number = self._next("change")
        operation = self._next("operation")
        device = self._log.device_key(received.segment.device)
        operations, rows, changes = [], [], []
        for sent in received.operations:
            operations.append((operation, sent.instant, device, sent.name))
            for table, row, field_name, cells in sent.changes:
                change = Change(number, operation, table, row, field_name, cells)
                rows.append((number, operation, table, row, field_name, pack(cells)))
                changes.append(change)
                number += 1
            operation += 1
        run = self._db.conn.executemany
        run("INSERT INTO operation (number, instant, device, name) VALUES (?, ?, ?, ?)", operations)
        run(
            'INSERT INTO change (number, operation, "table", "row", field, value) '
            "VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )
        span = (first, number - 1) if changes else None
        kept = self._segments.keep(replace(received.segment, changes=span))
        run(
            "INSERT INTO pending_op (segment, body) VALUES (?, ?)",
            [(kept, body) for body in received.unread],
        )
        return changes

    def _bring_rows(self, touched: dict[Row, list[Change]], before: int, taken: TakenIn) -> None:
        known = self._known({row for _table, row in touched}, before)
        plain = {
            key: changes[0]
            for key, changes in touched.items()
            if len(changes) == 1 and changes[0].makes and key[1] not in known
        }
        self._writer.make_all(plain.values())
        self._merge_rows([key for key in touched if key not in plain], taken)
        self._search.refresh_all(touched)

    def _known(self, rows: Iterable[str], before: int) -> set[str]:
        found = rows_of(
            self._db,
            'SELECT DISTINCT "row" FROM json_each(?) wanted JOIN change ON "row" = wanted.value '
            "WHERE change.number <= ?",
            [json.dumps(list(rows)), before],
        )
        return {row[0] for row in found}

    def _merge_rows(self, keys: Sequence[Row], taken: TakenIn) -> None:
        states = self._states.changes_to({row for _table, row in keys})
        for table, row in keys:
            changes = states.get((table, row), [])
            self._erase(changes)
            if any(one.change.erases for one in changes):
                taken.erased.add((table, row))
            together = merge(changes)
            cells = together.cells if _several(changes) else cells_of(changes)
            self._writer.bring(table, row, cells)
            keep_contested(self._db, table, row, together.contested)

    def _erase(self, changes: Sequence[Stamped]) -> None:
        if any(one.change.field == ERASE for one in changes):
            lost = [(change.number,) for change in lost_to_erasure(changes)]
            self._db.conn.executemany(
                "UPDATE change SET value = NULL, erased = 1 WHERE number = ?", lost
            )

    def _next(self, table: str) -> int:
        found = rows_of(self._db, f'SELECT coalesce(max(number), 0) + 1 FROM "{table}"')  # noqa: S608 - fixed words
        return int(found[0][0])


def _several(changes: Sequence[Stamped]) -> bool:
    return len({one.stamp.device for one in changes}) > 1
