"""What was changed here and is in no segment yet: the end of the change log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from cxo_desktop.domain.changes import Cell
from cxo_desktop.store.cell_bytes import unpack
from cxo_desktop.store.connection import rows_of
from cxo_desktop.store.driver import Database
from cxo_desktop.store.segments import Segments

MOST_CHANGES = 5_000
_MOST_BYTES = 6 * 1024 * 1024
_WAITING = (
    'SELECT change.number, operation, instant, name, "table", "row", field, value, erased '
    "FROM change JOIN operation ON operation.number = change.operation "
    "WHERE change.number BETWEEN ? AND ? ORDER BY change.number LIMIT ?"
)
_EVER = (1 << 63) - 1

SentChange = tuple[str, str, str, Mapping[str, Cell] | None]


@dataclass(frozen=True, slots=True)
class SentOperation:
    """What a user did, as it travels: its instant, its name, (table, row, field, cells) each."""

    instant: int
    name: str
    changes: tuple[SentChange, ...]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """As much of the outbox as one segment takes; ``changes`` its first and last number."""

    operations: tuple[SentOperation, ...]
    changes: tuple[int, int]


def waiting(db: Database) -> int:
    """Return how many changes are not known to have reached the share, sealed or not."""
    sealed = Segments(db).sealed_up_to()
    unsealed = rows_of(db, "SELECT count(*) FROM change WHERE number > ?", [sealed])
    unsent = rows_of(
        db, "SELECT coalesce(sum(last - first + 1), 0) FROM segment WHERE NOT confirmed"
    )
    return int(unsealed[0][0]) + int(unsent[0][0])


def next_outgoing(db: Database) -> Outgoing | None:
    """Return what the next segment takes, or None when nothing waits.

    Values that were erased in the meantime are left out: they are not there any more.
    """
    rows = list(_as_many_as_fit(db))
    return Outgoing(_operations(rows), (rows[0][0], rows[-1][0])) if rows else None


def sent_again(db: Database, segment: int) -> tuple[SentOperation, ...]:
    """Return the operations of a segment once more, without what was erased since."""
    (span,) = rows_of(db, "SELECT first, last FROM segment WHERE number = ?", [segment])
    return _operations(rows_of(db, _WAITING, [*span, MOST_CHANGES]))


def _operations(rows: Sequence[tuple[Any, ...]]) -> tuple[SentOperation, ...]:
    operations = []
    for (_number, instant, name), changes in groupby(rows, key=lambda row: row[1:4]):
        sent = tuple(
            (table, row, field, unpack(value))
            for *_operation, table, row, field, value, erased in changes
            if not erased
        )
        operations.append(SentOperation(instant, name, sent))
    return tuple(operations)


def _as_many_as_fit(db: Database) -> Iterator[tuple[Any, ...]]:
    size = 0
    sealed = Segments(db).sealed_up_to()
    for row in rows_of(db, _WAITING, [sealed + 1, _EVER, MOST_CHANGES]):
        size += len(row[7] or b"")
        if size > _MOST_BYTES and len(row[7] or b"") < size:
            return
        yield row
