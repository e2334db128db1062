"""The one place where records are written and read, whatever their entity."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.entities import BY_CLASS, ENTITIES, Entity
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.domain.ids import IdFactory, code_for
from cxo_desktop.domain.records import Json, Record
from cxo_desktop.store.columns import from_row
from cxo_desktop.store.connection import reading
from cxo_desktop.store.database import write
from cxo_desktop.store.driver import Database
from cxo_desktop.store.rows import Rows, cells_of
from cxo_desktop.store.snapshot import Snapshot

R = TypeVar("R", bound=Record)


class Repository:
    """Records of one engagement, listed in the order in which they were made.

    Each writing method is one operation of the change log unless it happens inside
    ``operation``; rows and log are written in one transaction.
    """

    def __init__(self, db: Database, ids: IdFactory, rows: Rows, snapshot: Snapshot) -> None:
        self._db = db
        self._ids = ids
        self._rows = rows
        self._snapshot = snapshot

    @contextmanager
    def operation(self, name: str) -> Iterator[None]:
        """Do several writings as one operation: all of them or none, undone together."""
        with write(self._db), self._rows.operation(name):
            yield

    def add(self, record: R) -> R:
        """Keep a new record and return it with its id, and a code where its kind has one."""
        with self.operation(f"add {_entity(record).table}"):
            return self._insert(record)

    def add_all(self, records: Iterable[R]) -> tuple[R, ...]:
        """Keep many new records, all or none, in this order; return them as kept."""
        with self.operation("add records"):
            return self._insert_all(records)

    def put(self, record: Record) -> None:
        """Replace a record by its new version. Raises NotFound when it is gone."""
        entity = _entity(record)
        with self.operation(f"change {entity.table}"):
            _require(self._rows, record)
            self._rows.change(entity.table, record.id, cells_of(record))

    def remove(self, record: Record) -> None:
        """Take a record away. Raises NotFound when it is gone already."""
        entity = _entity(record)
        with self.operation(f"remove {entity.table}"):
            _require(self._rows, record)
            self._rows.set(entity.table, record.id, None)

    def list(self, cls: type[R]) -> tuple[R, ...]:
        """Return the records of one class, oldest first."""
        with reading(self._db):
            rows = self._db.table(BY_CLASS[cls].table).rows_where(order_by="id")
            return tuple([from_row(cls, row) for row in rows])

    def find(self, cls: type[R], **having: str) -> tuple[R, ...]:
        """Return the records of one class whose columns hold these texts, oldest first."""
        if not having:
            return self.list(cls)
        condition = " AND ".join(f'"{column}" = ?' for column in having)
        with reading(self._db):
            table = self._db.table(BY_CLASS[cls].table)
            rows = table.rows_where(condition, list(having.values()), order_by="id")
            return tuple([from_row(cls, row) for row in rows])

    def dossier(self) -> Dossier:
        """Return everything, as of one moment; what did not change is not read again."""
        with reading(self._db):
            alone = not self._db.conn.in_transaction
            with self._db.atomic():
                records = dict(self._snapshot.records(remember=alone))
                extra = _extra(self._db)
        engagement = records.pop(Engagement)[0]
        if not isinstance(engagement, Engagement):
            raise TypeError(type(engagement))
        return Dossier(engagement=engagement, records=records, extra=extra)

    def forget(self) -> None:
        """Keep no record in memory."""
        self._snapshot.forget()

    def fill(self, dossier: Dossier) -> None:
        """Keep a whole dossier in an empty database, as one operation."""
        with self.operation("import engagement"):
            self._insert(dossier.engagement)
            for entity in ENTITIES:
                self._insert_all(dossier.all(entity.cls))
            for key, value in dossier.extra.items():
                cell = json.dumps(value, ensure_ascii=False)
                self._rows.set("top_level", f"extra-{key}", {"key": key, "value": cell})

    def data_version(self) -> int:
        """Return a number that changes when another connection has written."""
        with reading(self._db):
            return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def _insert(self, record: R) -> R:
        kept = self._identified(record)
        self._rows.set(_entity(kept).table, kept.id, cells_of(kept))
        return kept

    def _insert_all(self, records: Iterable[R]) -> tuple[R, ...]:
        kept = tuple([self._identified(record) for record in records])
        for table, same in groupby(kept, key=lambda record: _entity(record).table):
            self._rows.make_all(table, [(record.id, cells_of(record)) for record in same])
        return kept

    def _identified(self, record: R) -> R:
        entity = _entity(record)
        row_id = self._ids.new()
        code = record.code
        if not code and entity.coded:
            code = code_for(entity.prefix, row_id)
        return replace(record, id=row_id, code=code)


def _extra(db: Database) -> dict[str, Json]:
    rows = db.execute("SELECT key, value FROM top_level ORDER BY id").fetchall()
    return {key: json.loads(value) for key, value in rows}


def _entity(record: Record) -> Entity:
    return BY_CLASS[type(record)]


def _require(rows: Rows, record: Record) -> None:
    if rows.get(_entity(record).table, record.id) is None:
        raise NotFound(
            f"{_entity(record).table} {record.code or record.id} is not there any more.",
            "It was removed in the meantime.",
            "Undo its removal, or go on without it.",
        )
