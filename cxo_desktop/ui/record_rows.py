"""From records of any kind to the cells of a table and the fields of a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_origin

from cxo_desktop.app import record_lists
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.unfiled import unfiled_word
from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.domain.interviews import Interview
from cxo_desktop.domain.links import OFFERS, link_of
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.plain import FieldSpec, specs
from cxo_desktop.domain.records import Record
from cxo_desktop.i18n import _, grouped
from cxo_desktop.ui import words
from cxo_desktop.ui.field_words import field_word
from cxo_desktop.ui.models.record_table import Cells, Heading
from cxo_desktop.ui.record_words import title_of, value_words

_FIRST = ("text", "statement", "title", "name", "organisation", "role", "full_name", "description")
_LONG = ("text", "statement", "description", "raw_text")
_COUNTS = ("population_served", "records_per_month", "size", "users", "volume")
_LONGEST = 160
Known = Mapping[tuple[str, str], Record]


def headings(kind: str, used: frozenset[str]) -> tuple[Heading, ...]:
    """Return the columns of a kind: its code and what it is called first, no empty ones."""
    names = [spec.name for spec in specs(BY_TABLE[kind].cls)]
    main = [name for name in _FIRST if name in names][:1]
    rest = [name for name in names if name in used and name not in main]
    code = [Heading("code", _("Code"))] if BY_TABLE[kind].coded else []
    return (*code, *(Heading(name, field_word(name, kind)) for name in (*main, *rest)))


def cells_of(
    engagement: OpenEngagement, kind: str, shown: Sequence[Heading], ids: Sequence[str]
) -> dict[str, Cells]:
    """Return the cells of some records by their row ids; links in the words of what they name."""
    records = record_lists.records_of(engagement, BY_TABLE[kind].cls, ids)
    known = record_lists.linked(engagement, records)
    return {
        record.id: tuple(cell_words(kind, record, one.field, known) for one in shown)
        for record in records
    }


def cell_words(kind: str, record: Record, field: str, known: Known) -> str:
    """Return one field of a record on one line; nothing for a field that is not known."""
    value = getattr(record, field)
    table = link_of(kind, field)
    if value is None or value in ("", ()):
        return ""
    if table:
        codes = value if isinstance(value, tuple) else (value,)
        loose = str if field in OFFERS else unfiled_word
        return ", ".join(
            linked_words(known, table, str(code)) if (table, code) in known else loose(str(code))
            for code in codes
        )
    if isinstance(value, date):
        return words.day(value)
    if isinstance(value, int | float) and (field.endswith("_inr") or field in _COUNTS):
        return grouped(value) if float(value).is_integer() else str(value)
    text = " ".join(value_words(value).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def linked_words(known: Known, table: str, code: str) -> str:
    """Return what a record that is named by its code is called; the code when it is not there."""
    record = known.get((table, code))
    if record is None:
        return code
    if isinstance(record, Person):
        named = known.get(("person_name", code))
        called = named.full_name if isinstance(named, PersonName) else ""
        return called or record.role or code
    if isinstance(record, Interview):
        who = [linked_words(known, "person", person) for person in record.participants]
        return ", ".join([*who, words.day(record.on)] if record.on else who) or code
    return title_of(record)


def choices_of(spec: FieldSpec) -> tuple[StrEnum, ...]:
    """Return what a field of a closed list, or of several from one, can hold."""
    first: Any = spec.types[0]
    listed = get_args(first)[0] if get_origin(first) is tuple else first
    closed = isinstance(listed, type) and issubclass(listed, StrEnum)
    return tuple(listed) if closed else ()


def shape_of(kind: str, spec: FieldSpec) -> str:
    """Return how a field is filled in.

    One of link, links, choice, several (of a closed list), yes_no, lines, parts (named values),
    nested, long and line.
    """
    first = spec.types[0]
    several = get_origin(first) is tuple
    if link_of(kind, spec.name):
        return "links" if several else "link"
    if choices_of(spec):
        return "several" if several else "choice"
    if several and get_args(first)[0] is str:
        return "lines"
    if get_origin(first) is not None:
        return "nested"
    if first is bool or issubclass(first, Record):
        return "yes_no" if first is bool else "parts"
    return "long" if spec.name in _LONG else "line"


def hint_of(spec: FieldSpec) -> str:
    """Return what an empty field says about what it takes."""
    first: Any = spec.types[0]
    if first is date:
        return _("such as 2026-06-03")
    if first in (int, float):
        return _("a number")
    return ""
