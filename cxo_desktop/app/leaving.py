"""What of an engagement may leave with a map, and in words what stays here.

A map goes through the same gate as the brief: notes that are blocked, confidential or off the
record stay with what only they speak of, and people become their roles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from enum import Enum
from types import MappingProxyType
from typing import Any, cast

from cxo_desktop.app.maps import CHAIN
from cxo_desktop.app.redaction import Redactor, kept_back, without_parts
from cxo_desktop.domain.datachain import DataFlow, DataNode, Scenario
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.map_places import MapPlace
from cxo_desktop.domain.people import PersonName
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.domain.records import EMPTY, Record
from cxo_desktop.domain.tools import Tool
from cxo_desktop.i18n import ngettext

_DRAWN: tuple[type[Record], ...] = (
    *(DataNode, DataFlow, Scenario, Tool),
    *(ProcessMap, Step, Transition, MapPlace),
)
_NAMED = (DataNode, DataFlow, Scenario, ProcessMap, Step, Transition)
_PARTS = re.compile(r"([/>])")


@dataclass(frozen=True, slots=True)
class Leaving:
    """``kept`` is the dossier without what stays here; ``clean`` makes a text free of names."""

    kept: Dossier
    clean: Callable[[str], str]
    stayed: tuple[str, ...]

    def without_names(self, bases: Iterable[str]) -> NamelessDossier:
        """Return the dossier of which every word of a map may leave.

        What was changed is counted on the maps that are drawn like ``bases``.
        """
        return _nameless(self.kept, self.clean, frozenset(bases))


@dataclass(frozen=True, slots=True)
class NamelessDossier:
    """A dossier without names, and how many texts of the map held one.

    ``codes`` are the new codes of records whose own held a name.
    """

    dossier: Dossier
    codes: Mapping[str, str]
    changed: int


def leaving(dossier: Dossier, bases: Iterable[str]) -> Leaving:
    """Return what may leave with the maps that are drawn like ``bases``."""
    back = kept_back(dossier)
    there = tuple(bases)
    notes = [note for note in dossier.all(Note) if note.code in back]
    behind = sum(any(_is_on(dossier, ref, there) for ref in note.refs) for note in notes)
    kept = without_parts(dossier, back)
    gone = sum(len(dossier.all(cls)) - len(kept.all(cls)) for cls in (DataNode, DataFlow))
    kept = kept.with_records(Note, (it for it in dossier.all(Note) if it.code not in back))
    words = (
        ngettext(
            "{count} note behind the map stays here: no consent, confidential or off the record.",
            "{count} notes behind the map stay here: no consent, confidential or off the record.",
            behind,
        ).format(count=behind),
        ngettext(
            "{count} part of the map stays here: only such a note speaks of it.",
            "{count} parts of the map stay here: only such notes speak of them.",
            gone,
        ).format(count=gone),
    )
    told = (behind, gone if CHAIN in there else 0)
    stayed = tuple(text for text, count in zip(words, told, strict=True) if count)
    return Leaving(kept, Redactor(dossier), stayed)


def names_words(count: int) -> tuple[str, ...]:
    """Return in words in how many texts names of people were; () for none."""
    if not count:
        return ()
    return (
        ngettext(
            "In {count} text a person became a role or was left out.",
            "In {count} texts people became roles or were left out.",
            count,
        ).format(count=count),
    )


def _is_on(dossier: Dossier, ref: str, bases: tuple[str, ...]) -> bool:
    base, slash, _step = ref.partition("/")
    if slash:
        return base in bases
    known = {*dossier.by_code(DataNode), *dossier.by_code(DataFlow)}
    return CHAIN in bases and ref in known


def _nameless(
    dossier: Dossier, clean: Callable[[str], str], bases: frozenset[str]
) -> NamelessDossier:
    codes = [record.code for cls in _NAMED for record in dossier.all(cls)]
    # A code that an imported file gave may be a name; codes are ids, so they become numbers.
    telling = (code for code in dict.fromkeys(codes) if clean(code) != code)
    fresh = {code: f"part-{number}" for number, code in enumerate(telling, 1)}
    found: list[str] = []

    def words(text: str) -> str:
        if fresh:
            text = "".join(fresh.get(part, part) for part in _PARTS.split(text))
        cleaned = clean(text)
        found.extend([text] if cleaned != text else [])
        return cleaned

    changed = 0
    for cls in _DRAWN:
        cleaned = []
        for record in dossier.all(cls):
            found.clear()
            cleaned.append(_without_names(record, words))
            changed += len(found) if _is_drawn(record, bases) else 0
        dossier = dossier.with_records(cls, cleaned)
    notes = [
        replace(note, refs=tuple(map(words, note.refs)), text=clean(note.text), raw_text=None)
        for note in dossier.all(Note)
    ]
    dossier = dossier.with_records(Note, notes).with_records(PersonName, ())
    return NamelessDossier(dossier, fresh, changed)


def _is_drawn(record: Record, bases: frozenset[str]) -> bool:
    if isinstance(record, ProcessMap):
        return record.code in bases
    if isinstance(record, (Step, Transition)):
        return record.map in bases
    if isinstance(record, Scenario):
        return (record.map or CHAIN) in bases
    return CHAIN in bases and isinstance(record, (DataNode, DataFlow, Tool))


def _without_names(record: Record, words: Callable[[str], str]) -> Record:
    values = {
        item.name: _cleaned(getattr(record, item.name), words)
        for item in fields(record)
        if item.name not in {"id", "given", "extra"}
    }
    cleaned = replace(record, **values, given=EMPTY, extra=EMPTY)
    if isinstance(cleaned, ProcessMap):
        return replace(cleaned, lanes=tuple(dict.fromkeys(cleaned.lanes)))
    return cleaned


def _cleaned(value: Any, words: Callable[[str], str]) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return words(value)
    if isinstance(value, Record):
        return _without_names(value, words)
    if isinstance(value, (tuple, list)):
        return type(value)(_cleaned(item, words) for item in value)
    if isinstance(value, Mapping):
        pairs = {words(str(key)): _cleaned(item, words) for key, item in value.items()}
        return MappingProxyType(pairs) if isinstance(value, MappingProxyType) else pairs
    return cast("Any", value)
