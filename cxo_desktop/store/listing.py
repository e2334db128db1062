"""Records of one kind as a table shows them: found and sorted by the database, read in pieces."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from cxo_desktop.domain.entities import BY_CLASS, ENTITIES
from cxo_desktop.domain.record_query import Asks, Condition, RecordQuery
from cxo_desktop.domain.records import Record
from cxo_desktop.store.columns import columns, from_row
from cxo_desktop.store.connection import reading
from cxo_desktop.store.driver import Database

R = TypeVar("R", bound=Record)
_AT_ONCE = 500
_NOT_SEARCHED = ("id", "given", "extra")


def row_ids(db: Database, cls: type[Record], query: RecordQuery) -> tuple[str, ...]:
    """Return the row ids of the records that fulfil a query, in its order.

    Rows whose field of order holds nothing come last either way.
    """
    known = columns(cls)
    tests = [_test(one, known) for one in query.conditions]
    where = " AND ".join(text for text, _values in tests) or "1"
    values = [value for _text, given in tests for value in given]
    order = "id"
    if query.sort in known:
        way = "DESC" if query.descending else "ASC"
        order = f'"{query.sort}" IS NULL, "{query.sort}" COLLATE NOCASE {way}, id'
    table = BY_CLASS[cls].table
    with reading(db):
        found = db.execute(
            f'SELECT id FROM "{table}" WHERE {where} ORDER BY {order}',  # noqa: S608 - declared names
            values,
        )
        return tuple([row[0] for row in found])


def of_ids(db: Database, cls: type[R], ids: Sequence[str]) -> tuple[R, ...]:
    """Return the records with these row ids, in this order; those that are gone are left out."""
    found = {record.id: record for record in _having(db, cls, "id", ids)}
    return tuple([found[row] for row in ids if row in found])


def of_codes(db: Database, cls: type[R], codes: Iterable[str]) -> dict[str, R]:
    """Return the records with these codes by code; those that are not there are left out."""
    return {record.code: record for record in _having(db, cls, "code", sorted(set(codes)))}


def used_fields(db: Database, cls: type[Record]) -> frozenset[str]:
    """Return the fields that at least one record of a class fills."""
    names = list(columns(cls))
    asked = ", ".join(f'max("{name}" IS NOT NULL)' for name in names)
    with reading(db):
        found = db.execute(f'SELECT {asked} FROM "{BY_CLASS[cls].table}"').fetchone()  # noqa: S608 - declared names
    return frozenset(name for name, used in zip(names, found, strict=True) if used)


def numbers(db: Database) -> dict[str, int]:
    """Return how many records there are of each kind, by table."""
    with reading(db):
        return {
            entity.table: int(db.execute(f'SELECT count(*) FROM "{entity.table}"').fetchone()[0])  # noqa: S608 - declared names
            for entity in ENTITIES
        }


def _having(db: Database, cls: type[R], column: str, values: Sequence[str]) -> list[R]:
    found: list[R] = []
    for start in range(0, len(values), _AT_ONCE):
        some = list(values[start : start + _AT_ONCE])
        places = ", ".join("?" * len(some))
        with reading(db):
            rows = db.table(BY_CLASS[cls].table).rows_where(f'"{column}" IN ({places})', some)
            found.extend([from_row(cls, row) for row in rows])
    return found


def _test(condition: Condition, known: Mapping[str, str]) -> tuple[str, list[object]]:
    """Return one condition in SQL, and its values. Raises KeyError for a field there is not."""
    if not condition.field:
        names = [name for name in known if name not in _NOT_SEARCHED]
        anywhere = " OR ".join(f"{_like(name)}" for name in names)
        return f"({anywhere})", [_pattern(condition.value)] * len(names)
    column = f'"{condition.field}"'
    if condition.field not in known:
        raise KeyError(condition.field)
    if condition.test in (Asks.EMPTY, Asks.FILLED):
        return f"{column} IS {'NOT ' if condition.test is Asks.FILLED else ''}NULL", []
    if condition.test is Asks.HOLDS:
        return _like(condition.field), [_pattern(condition.value)]
    sign = "<" if condition.test is Asks.BELOW else ">"
    return f"{column} {sign} ?", [_number_or_text(condition.value, known[condition.field])]


def _like(name: str) -> str:
    return f"\"{name}\" LIKE ? ESCAPE '\\'"


def _pattern(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _number_or_text(value: str, kind: str) -> object:
    if kind == "TEXT":
        return value
    try:
        return float(value)
    except ValueError:
        return value
