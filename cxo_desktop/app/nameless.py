"""A dossier of which every word that a map shows is free of names, codes included."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from enum import Enum
from types import MappingProxyType
from typing import Any, cast

from cxo_desktop.app.maps import CHAIN
from cxo_desktop.domain.datachain import DataFlow, DataNode, Scenario
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.map_places import MapPlace
from cxo_desktop.domain.people import PersonName
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.domain.records import EMPTY, Record
from cxo_desktop.domain.tools import Tool

_DRAWN: tuple[type[Record], ...] = (
    *(DataNode, DataFlow, Scenario, Tool),
    *(ProcessMap, Step, Transition, MapPlace),
)
_NAMED = (DataNode, DataFlow, Scenario, ProcessMap, Step, Transition)
_PARTS = re.compile(r"([/>])")


@dataclass(frozen=True, slots=True)
class NamelessDossier:
    """A dossier without names, and how many texts of the map held one.

    ``codes`` are the new codes of records whose own held a name.
    """

    dossier: Dossier
    codes: Mapping[str, str]
    changed: int


def nameless(
    dossier: Dossier, clean: Callable[[str], str], bases: frozenset[str]
) -> NamelessDossier:
    """Return the dossier with every text that a map shows ``clean``, and codes that are ids.

    What was changed is counted on the maps that are drawn like ``bases``.
    """
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
