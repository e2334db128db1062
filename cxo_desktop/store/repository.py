"""The one place where records are written and read, whatever their entity."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.entities import BY_CLASS, ENTITIES, Entity
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.domain.ids import IdFactory, code_for
from cxo_desktop.domain.records import Json, Record
from cxo_desktop.store.columns import from_row, to_row
from cxo_desktop.store.database import write
from cxo_desktop.store.driver import Database

R = TypeVar("R", bound=Record)


class Repository:
    """Records of one engagement, listed in the order in which they were made."""

    def __init__(self, db: Database, ids: IdFactory) -> None:
        self._db = db
        self._ids = ids

    def add(self, record: R) -> R:
        """Keep a new record and return it with its id, and a code where its kind has one."""
        with write(self._db):
            return self._insert(record)

    def add_all(self, records: Iterable[Record]) -> None:
        """Keep many new records in one transaction, in this order."""
        with write(self._db):
            for record in records:
                self._insert(record)

    def put(self, record: Record) -> None:
        """Replace a record by its new version. Raises NotFound when it is gone."""
        with write(self._db):
            self._require(record)
            self._db.table(_entity(record).table).upsert(to_row(record), pk="id")

    def remove(self, record: Record) -> None:
        """Take a record away. Raises NotFound when it is gone already."""
        with write(self._db):
            self._require(record)
            self._db.table(_entity(record).table).delete(record.id)

    def list(self, cls: type[R]) -> tuple[R, ...]:
        """Return the records of one class, oldest first."""
        rows = self._db.table(BY_CLASS[cls].table).rows_where(order_by="id")
        return tuple(from_row(cls, row) for row in rows)

    def find(self, cls: type[R], **having: str) -> tuple[R, ...]:
        """Return the records of one class whose columns hold these texts, oldest first."""
        if not having:
            return self.list(cls)
        condition = " AND ".join(f'"{column}" = ?' for column in having)
        table = self._db.table(BY_CLASS[cls].table)
        rows = table.rows_where(condition, list(having.values()), order_by="id")
        return tuple(from_row(cls, row) for row in rows)

    def dossier(self) -> Dossier:
        """Return everything, as of one moment."""
        with self._db.atomic():
            records = {entity.cls: self.list(entity.cls) for entity in ENTITIES}
            extra = self._extra()
        engagement = records.pop(Engagement)[0]
        return Dossier(engagement=engagement, records=records, extra=extra)  # type: ignore[arg-type]

    def fill(self, dossier: Dossier) -> None:
        """Keep a whole dossier in an empty database, in one transaction."""
        with write(self._db):
            self._insert(dossier.engagement)
            for entity in ENTITIES:
                for record in dossier.all(entity.cls):
                    self._insert(record)
            self._db.table("meta").upsert(
                {"key": "extra", "value": json.dumps(dict(dossier.extra), ensure_ascii=False)},
                pk="key",
            )

    def data_version(self) -> int:
        """Return a number that changes when another connection has written."""
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _insert(self, record: R) -> R:
        entity = _entity(record)
        row_id = self._ids.new()
        code = record.code
        if not code and entity.coded:
            code = code_for(entity.prefix, row_id)
        kept = replace(record, id=row_id, code=code)
        row = to_row(kept)
        columns = ", ".join(f'"{column}"' for column in row)
        places = ", ".join("?" * len(row))
        statement = f'INSERT INTO "{entity.table}" ({columns}) VALUES ({places})'  # noqa: S608 - declared names
        self._db.execute(statement, list(row.values()))
        return kept

    def _require(self, record: Record) -> None:
        table = self._db.table(_entity(record).table)
        if not table.count_where("id = ?", [record.id]):
            raise NotFound(
                f"{_entity(record).table} {record.code or record.id} is not there any more.",
                "It was removed in the meantime.",
                "Undo its removal, or go on without it.",
            )

    def _extra(self) -> dict[str, Json]:
        for row in self._db.table("meta").rows_where("key = ?", ["extra"]):
            return dict(json.loads(row["value"]))
        return {}


def _entity(record: Record) -> Entity:
    return BY_CLASS[type(record)]
