"""Lists of records of one kind for tables that may be long: found and sorted by the store."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.domain.interviews import Interview
from cxo_desktop.domain.links import link_of
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.plain import specs
from cxo_desktop.domain.record_query import parse_query
from cxo_desktop.domain.records import Record
from cxo_desktop.store import listing

R = TypeVar("R", bound=Record)


def numbers(engagement: OpenEngagement) -> dict[str, int]:
    """Return how many records there are of each kind, by table, kinds without any included."""
    return listing.numbers(engagement.store.db)


def found_ids(
    engagement: OpenEngagement,
    kind: str,
    typed: str = "",
    *,
    sort: str = "",
    descending: bool = False,
) -> tuple[str, ...]:
    """Return the row ids of the records of a kind that what is typed fits (domain.record_query).

    People are also found by their names.
    """
    cls = BY_TABLE[kind].cls
    fields = ["code", *(spec.name for spec in specs(cls))]
    query = parse_query(typed, fields, sort=sort, descending=descending)
    found = listing.row_ids(engagement.store.db, cls, query)
    return found if cls is not Person or not typed.strip() else _or_named(engagement, typed, found)


def records_of(engagement: OpenEngagement, cls: type[R], ids: Sequence[str]) -> tuple[R, ...]:
    """Return the records with these row ids, in this order; those that are gone are left out."""
    return listing.of_ids(engagement.store.db, cls, ids)


def used_fields(engagement: OpenEngagement, kind: str) -> frozenset[str]:
    """Return the fields that at least one record of a kind fills."""
    return listing.used_fields(engagement.store.db, BY_TABLE[kind].cls)


def linked(engagement: OpenEngagement, records: Sequence[Record]) -> dict[tuple[str, str], Record]:
    """Return the records that these records of one kind name, by (table, code).

    With a person the name comes too, as ("person_name", code of the person); an interview brings
    its participants.
    """
    wanted: dict[str, set[str]] = {}
    for record in records:
        for table, code in _named_by(record):
            wanted.setdefault(table, set()).add(code)
    found = _fetch(engagement, wanted)
    inside = {
        code for it in found.values() if isinstance(it, Interview) for code in it.participants
    }
    found |= _fetch(engagement, {"person": inside | wanted.get("person", set())})
    called = names(engagement) if any(table == "person" for table, _code in found) else {}
    return found | {key: named for key, named in called.items() if ("person", key[1]) in found}


def offered(engagement: OpenEngagement, table: str) -> tuple[Record, ...]:
    """Return all records of a table that a field may name, oldest first."""
    return engagement.find(BY_TABLE[table].cls)


def names(engagement: OpenEngagement) -> dict[tuple[str, str], Record]:
    """Return the names of people as ("person_name", code of the person)."""
    return {("person_name", named.person): named for named in engagement.find(PersonName)}


def _named_by(record: Record) -> list[tuple[str, str]]:
    kind = next(table for table, entity in BY_TABLE.items() if entity.cls is type(record))
    named = []
    for spec in specs(type(record)):
        table = link_of(kind, spec.name)
        value = getattr(record, spec.name)
        if table and value:
            codes = value if isinstance(value, tuple) else (value,)
            named.extend([(table, code) for code in codes if isinstance(code, str)])
    return named


def _fetch(
    engagement: OpenEngagement, wanted: dict[str, set[str]]
) -> dict[tuple[str, str], Record]:
    return {
        (table, code): record
        for table, codes in wanted.items()
        for code, record in listing.of_codes(
            engagement.store.db, BY_TABLE[table].cls, codes
        ).items()
    }


def _or_named(engagement: OpenEngagement, typed: str, found: tuple[str, ...]) -> tuple[str, ...]:
    words = typed.casefold().split()
    called = {
        it.person
        for it in engagement.find(PersonName)
        if all(word in f"{it.full_name} {' '.join(it.aliases)}".casefold() for word in words)
    }
    there = set(found)
    more = [
        person.id
        for person in engagement.find(Person)
        if person.code in called and person.id not in there
    ]
    return (*found, *more)
