"""Look whether an engagement is whole: pages, indexes, the log against the rows, attachments."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cxo_desktop.domain.attachments import Attachment
from cxo_desktop.domain.changes import Cell
from cxo_desktop.domain.entities import ENTITIES
from cxo_desktop.store.connection import connect_keyed, reading
from cxo_desktop.store.driver import Connection, DatabaseError
from cxo_desktop.store.engagement_store import EngagementStore
from cxo_desktop.store.merging import RowStates, cells_of

_SOUND = [("ok",)]
_MOST_TOLD = 20


class Part(StrEnum):
    """What of an engagement a fault was found in."""

    FILE = "file"
    PAGES = "pages"
    INDEXES = "indexes"
    SEARCH = "search"
    LOG = "log"
    ATTACHMENTS = "attachments"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it should be; ``words`` tell no content."""

    part: Part
    words: str


def file_faults(path: Path, key: bytes) -> tuple[Fault, ...]:
    """Return the faults of the file itself: altered pages, indexes that do not fit their tables.

    Every page is authenticated, so that any changed bit of it is found.
    """
    try:
        with closing(connect_keyed(path, key, "ro")) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            found = [Fault(Part.PAGES, str(row[0])) for row in pages]
            return (*found, *_index_faults(connection))
    except DatabaseError as error:
        return (Fault(Part.FILE, str(error)),)


def content_faults(store: EngagementStore) -> tuple[Fault, ...]:
    """Return the faults of what an engagement that opens holds: log, search index, attachments."""
    with reading(store.db):
        found = [*_log_faults(store), *_attachment_faults(store)]
        if not store.search.integrity_check():
            found.append(Fault(Part.SEARCH, "the search index does not fit the records"))
    return tuple(found)


def readable(path: Path, key: bytes) -> dict[str, int]:
    """Return how many records of each kind can be read, of those kinds that have any."""
    counts: dict[str, int] = {}
    try:
        with closing(connect_keyed(path, key, "ro")) as connection:
            for entity in ENTITIES:
                counts[entity.table] = _readable_rows(connection, entity.table)
    except DatabaseError:
        return {}
    return {table: count for table, count in counts.items() if count}


def _index_faults(connection: Connection) -> Iterator[Fault]:
    try:
        found = connection.execute("PRAGMA integrity_check").fetchall()
    except DatabaseError as error:
        yield Fault(Part.INDEXES, str(error))
        return
    if found != _SOUND:
        for row in found[:_MOST_TOLD]:
            yield Fault(Part.INDEXES, str(row[0]))


def _readable_rows(connection: Connection, table: str) -> int:
    """Count the rows from the front as far as they can be read, then those from the back."""
    count = 0
    for order in ("ASC", "DESC"):
        statement = f'SELECT * FROM "{table}" NOT INDEXED ORDER BY id {order}'  # noqa: S608 - declared names
        try:
            for _row in connection.execute(statement):
                count += 1
        except DatabaseError:
            continue
        return count
    return count


def _log_faults(store: EngagementStore) -> Iterator[Fault]:
    expected = _replayed(store)
    waiting = set(store.db.execute('SELECT "table", "row" FROM pending_row').fetchall())
    for entity in ENTITIES:
        rows: dict[str, dict[str, Cell]] = {}
        for row in store.db.table(entity.table).rows:
            cells: dict[str, Cell] = {name: one for name, one in row.items() if one is not None}
            rows[str(cells.pop("id"))] = cells
        logged = expected.pop(entity.table, {})
        for row_id in rows.keys() | logged.keys():
            if (entity.table, row_id) in waiting:
                continue
            if rows.get(row_id) != logged.get(row_id):
                yield Fault(Part.LOG, f"{entity.table} {row_id} is not as the change log says")


def _replayed(store: EngagementStore) -> dict[str, dict[str, dict[str, Cell]]]:
    """Return every row that the change log says is there, by table."""
    tables: dict[str, dict[str, dict[str, Cell]]] = {}
    for (table, row), changes in RowStates(store.db).all_changes().items():
        cells = cells_of(changes)
        if cells is not None:
            held = tables.setdefault(table, {}).setdefault(row, {})
            held.update((name, cell) for name, cell in cells.items() if cell is not None)
    return tables


def _attachment_faults(store: EngagementStore) -> Iterator[Fault]:
    if store.path is None:
        return
    for attachment in store.records.list(Attachment):
        if not store.blobs.has(attachment.digest):
            yield Fault(Part.ATTACHMENTS, f"{attachment.code} is missing")
        elif not store.blobs.matches(attachment.digest):
            yield Fault(Part.ATTACHMENTS, f"{attachment.code} was altered")
