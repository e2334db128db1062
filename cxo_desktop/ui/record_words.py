"""Any record in words: what it is, what it is called, and each of its fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from cxo_desktop.app.done_words import thing_word
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.entities import BY_CLASS
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.interviews import Interview
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.plain import encode, specs
from cxo_desktop.domain.records import Record
from cxo_desktop.i18n import _
from cxo_desktop.ui import words
from cxo_desktop.ui.field_words import field_word

_NAMES = ("text", "statement", "title", "name", "organisation", "role", "description")
_LONGEST = 120
NOTHING = "\N{EN DASH}"


def kind_of(record: Record) -> str:
    """Return what kind of thing a record is, in words."""
    return thing_word(BY_CLASS[type(record)].table)


def title_of(record: Record, dossier: Dossier | None = None) -> str:
    """Return what a record is called: its words or name, else its kind and code."""
    if dossier is not None and isinstance(record, Person):
        return words.who(dossier, record.code) or record.role
    if isinstance(record, PersonName) and record.full_name:
        return record.full_name
    if isinstance(record, Interview):
        who = [words.who(dossier, code) if dossier else code for code in record.participants]
        return ", ".join(filter(None, [*who, words.day(record.on)])) or record.code
    for name in _NAMES:
        text = getattr(record, name, None)
        if isinstance(text, str) and text.strip():
            return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
    return " ".join(part for part in (kind_of(record), record.code) if part)


def value_words(value: Any) -> str:
    """Return a field's value in words; a dash for nothing."""
    if isinstance(value, StrEnum):
        known = words.kind_word(value) if isinstance(value, NoteKind) else ""
        return known or value.value.replace("_", " ")
    if isinstance(value, Record | Mapping | tuple | list):
        return _several_words(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return NOTHING if value is None or value == "" else str(encode(value))


def _several_words(value: Record | Mapping[str, Any] | Sequence[Any]) -> str:
    if isinstance(value, Record):
        return _parts([(spec.name, getattr(value, spec.name)) for spec in specs(type(value))])
    if isinstance(value, Mapping):
        return _parts(list(value.items()))
    between = "; " if any(isinstance(one, Record | Mapping) for one in value) else ", "
    return between.join(map(value_words, value)) or NOTHING


def _parts(pairs: Sequence[tuple[str, Any]]) -> str:
    """Return named values in words, without those that hold nothing."""
    told = [(field_word(name), value_words(value)) for name, value in pairs]
    return ", ".join(f"{name}: {words}" for name, words in told if words != NOTHING) or NOTHING


def capital(text: str) -> str:
    """Return a text with a capital letter at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]


def differences(before: Record | None, after: Record) -> list[tuple[str, str, str]]:
    """Return field, value before and value after for each field that differs, in words."""
    found = []
    for spec in specs(type(after)):
        old = getattr(before, spec.name) if before is not None else spec.default
        new = getattr(after, spec.name)
        if old != new:
            name = field_word(spec.name, BY_CLASS[type(after)].table)
            found.append((name, value_words(old), value_words(new)))
    return found
