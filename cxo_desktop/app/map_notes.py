"""Notes to place: which notes no map shows yet, and where each seems to belong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.map_check import words_of
from cxo_desktop.app.map_placing import place, suggested
from cxo_desktop.app.map_sheets import sheet_of
from cxo_desktop.app.maps import CHAIN, MapCard, MapKind, map_card, map_cards
from cxo_desktop.app.placings import Becomes, Placing
from cxo_desktop.app.redaction import kept_back
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.map_sheets import MapSheet
from cxo_desktop.domain.tools import Tool
from cxo_desktop.i18n import _

_SHORTEST = 4
_MOVES = re.compile(r">|→|\b(?:to|into|onto)\b|(?<!\S)(?:से|में)(?!\S)")
_FIRST = {NoteKind.PAIN_POINT: 0, NoteKind.WORKAROUND: 1, NoteKind.RISK: 2, NoteKind.FACT: 3}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A note without a place, the box or arrow it seems to speak of, and that one's words.

    ``placing`` is what it seems to become there.
    """

    note: Note
    target: str
    words: str
    placing: Placing


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
    back = kept_back(dossier)
    found = []
    for note in dossier.all(Note):
        placed = any("/" in ref or ref in parts for ref in note.refs)
        if note.off_record or placed or (interview and note.interview != interview):
            continue
        for target, head in _target(note.text, sheet, said, chain=card.base == CHAIN):
            placing = Placing(Becomes.FLOW, target, head)
            if note.code in back or card.kind is MapKind.SCENARIO:
                # A number on the map leaves with it, and this note may not.
                placing = Placing(Becomes.EVIDENCE, target)
            elif not head:
                placing = suggested(dossier, card, note, target)
            ends = (words.get(target, target), words.get(head, head))
            called = _("{source} to {target}").format(source=ends[0], target=ends[1])
            found.append(Suggestion(note, target, called if placing.head else ends[0], placing))
    return tuple(
        sorted(found, key=lambda it: (_FIRST.get(it.note.kind or NoteKind.FACT, 4), it.note.id))
    )


def place_note(engagement: OpenEngagement, code: str, note: str, target: str) -> None:
    """Let a note point at a box or arrow of a map, named by code. Raises NotFound."""
    place(engagement, code, note, Placing(Becomes.EVIDENCE, target))


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
) -> Iterator[tuple[str, str]]:
    """Yield the part that a text speaks of; of two boxes that data moves between both."""
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
            yield link.code if chain else f"{link.source}>{link.target}", ""
            return
    first, *others = sorted(named, key=lambda code: (named[code], code))
    second = others[0] if others else ""
    moves = second and _MOVES.search(low[named[first] : named[second]])
    yield first, second if moves else ""
