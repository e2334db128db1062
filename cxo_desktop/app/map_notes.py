"""Notes to place: which notes no map shows yet, and where each seems to belong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.map_check import words_of
from cxo_desktop.app.map_sheets import sheet_of
from cxo_desktop.app.maps import CHAIN, MapCard, map_card, map_cards
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.map_sheets import MapSheet
from cxo_desktop.domain.tools import Tool

_SHORTEST = 4
_FIRST = {NoteKind.PAIN_POINT: 0, NoteKind.WORKAROUND: 1, NoteKind.RISK: 2, NoteKind.FACT: 3}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A note without a place, the box or arrow it seems to speak of, and that one's words."""

    note: Note
    target: str
    words: str


def notes_to_place(dossier: Dossier, code: str, interview: str = "") -> tuple[Suggestion, ...]:
    """Return the notes that no map shows and that name something on this map, pains first.

    A note that names both ends of an arrow belongs to the arrow. A tool that a note names is no
    place yet. With ``interview`` only those of that one.
    """
    card = map_card(dossier, code)
    sheet = sheet_of(dossier, card)
    said = _said(dossier, sheet)
    words = words_of(dossier, card)
    parts = {*dossier.by_code(DataNode), *dossier.by_code(DataFlow)}
    found = [
        Suggestion(note, target, words.get(target, target))
        for note in dossier.all(Note)
        if not note.off_record and not any("/" in ref or ref in parts for ref in note.refs)
        if not interview or note.interview == interview
        for target in _target(note.text, sheet, said, chain=card.base == CHAIN)
    ]
    return tuple(
        sorted(found, key=lambda it: (_FIRST.get(it.note.kind or NoteKind.FACT, 4), it.note.id))
    )


def place_note(engagement: OpenEngagement, code: str, note: str, target: str) -> None:
    """Let a note point at a box or arrow of a map, named by code. Raises NotFound."""
    card = map_card(engagement.dossier(), code)
    row = engagement.get(Note, note)
    ref = reference(card, target)
    if ref not in row.refs:
        engagement.put(replace(row, refs=(*row.refs, ref)))


def where_is(dossier: Dossier, note: str, first: str) -> tuple[str, str]:
    """Return the map on which a note stands and the part it stands behind.

    For one that is to be placed, the part is "" and the map one that offers a place for it; the
    map ``first`` comes before others.
    """
    cards = sorted(map_cards(dossier), key=lambda card: card.code != first)
    refs = dossier.by_code(Note)[note].refs if note in dossier.by_code(Note) else ()
    for card in cards:
        parts = words_of(dossier, card)
        for part in parts:
            if reference(card, part) in refs:
                return card.code, part
    for card in cards if note else ():
        if any(one.note.code == note for one in notes_to_place(dossier, card.code)):
            return card.code, ""
    return first, ""


def reference(card: MapCard, target: str) -> str:
    """Return how a note names a part of a map: steps are unique within their map only."""
    return target if card.base == CHAIN else f"{card.base}/{target}"


Name = tuple[str, re.Pattern[str]]


def _said(dossier: Dossier, sheet: MapSheet) -> Mapping[str, tuple[Name, ...]]:
    """Return the names by which people speak of each box, its words and its tool's.

    Each with the pattern that finds it as a whole word.
    """
    tools = {tool.code: re.split(r"\s+\(|\s+on\s+", tool.name)[0] for tool in dossier.all(Tool)}
    said: dict[str, tuple[Name, ...]] = {}
    for box in sheet.boxes:
        tool = tools.get(str(box.facts.get("tool") or ""), "")
        names = (box.label.casefold(), tool.casefold())
        said[box.code] = tuple(
            (name, re.compile(rf"(?<!\w){re.escape(name)}(?!\w)"))
            for name in names
            if len(name) >= _SHORTEST
        )
    return said


def _target(
    text: str, sheet: MapSheet, said: Mapping[str, tuple[Name, ...]], *, chain: bool
) -> Iterator[str]:
    low = text.casefold()
    named = {
        code: min(places)
        for code, names in said.items()
        if (
            places := [low.find(name) for name, whole in names if name in low and whole.search(low)]
        )
    }
    if not named:
        return
    for link in sheet.links:
        if link.source in named and link.target in named:
            yield link.code if chain else f"{link.source}>{link.target}"
            return
    yield min(named, key=lambda code: (named[code], code))
