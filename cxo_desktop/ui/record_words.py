"""Any record in words: what it is, what it is called, and each of its fields."""

from __future__ import annotations

from typing import Any

from cxo_desktop.app.done_words import thing_word
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.entities import BY_CLASS
from cxo_desktop.domain.interviews import Interview
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.plain import encode, specs
from cxo_desktop.domain.records import Record
from cxo_desktop.i18n import _
from cxo_desktop.ui import words

_NAMES = ("text", "statement", "title", "name", "organisation", "role", "description")
_LONGEST = 120


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


def field_word(name: str) -> str:
    """Return what a field is called."""
    return name.replace("_", " ").capitalize()


def value_words(value: Any) -> str:
    """Return a field's value in words; a dash for nothing."""
    plain = encode(value)
    if plain is None or plain in ("", []):
        return "\N{EN DASH}"
    if isinstance(plain, bool):
        return _("yes") if plain else _("no")
    if isinstance(plain, list):
        return ", ".join(str(one) for one in plain)
    return str(plain)


def differences(before: Record | None, after: Record) -> list[tuple[str, str, str]]:
    """Return field, value before and value after for each field that differs, in words."""
    found = []
    for spec in specs(type(after)):
        old = getattr(before, spec.name) if before is not None else spec.default
        new = getattr(after, spec.name)
        if old != new:
            found.append((field_word(spec.name), value_words(old), value_words(new)))
    return found
