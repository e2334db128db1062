"""What the palette can find: the window's actions, and every record that has a name or words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from cxo_desktop.app.done_words import thing_word
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.decisions import Decision
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.findings import Finding, Recommendation
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.processes import ProcessMap
from cxo_desktop.domain.tools import Tool
from cxo_desktop.ui import words
from cxo_desktop.ui.actions import ActionSpec, key_text
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.palette import Entry

_LONGEST = 90
ICONS = {
    "person": "user-round",
    "note": "sticky-note",
    "interview": "message-circle",
    "tool": "wrench",
    "data_node": "database",
    "data_flow": "arrow-right-left",
    "process_map": "workflow",
    "finding": "lightbulb",
    "recommendation": "target",
    "decision": "gavel",
    "action": "square-check",
}


Known = Mapping["Found", Entry]


class Finder:
    """Remembers the entries of a dossier while it stays the same, and what was used last."""

    def __init__(self, recent: Sequence[str] = ()) -> None:
        self.recent = list(recent)
        self._dossier: Dossier | None = None
        self._known: Known = {}

    def entries(
        self, specs: Iterable[ActionSpec], engagement: OpenEngagement | None
    ) -> list[Entry]:
        """Return what can be found now, what was used last at the front."""
        found = [*action_entries(specs), *self.records(engagement)]
        place = {key: number for number, key in enumerate(self.recent)}
        return sorted(found, key=lambda entry: place.get(entry.row.key, len(place)))

    def records(self, engagement: OpenEngagement | None) -> list[Entry]:
        """Return the records that can be found now; those that did not change are kept as made."""
        dossier = engagement.dossier() if engagement else None
        if dossier is not self._dossier:
            self.remember(dossier, record_entries(dossier, self._known) if dossier else {})
        return list(self._known.values())

    def remember(self, dossier: Dossier | None, entries: Known) -> None:
        """Take entries that were made beforehand, of this dossier."""
        self._dossier, self._known = dossier, entries

    def used(self, key: str) -> None:
        """Remember that an entry was chosen."""
        self.recent = [key, *(one for one in self.recent if one != key)][:_LONGEST]

    def forget(self) -> None:
        """Keep no record."""
        self.remember(None, {})
        self.recent = [key for key in self.recent if key.startswith("do:")]


def action_entries(specs: Iterable[ActionSpec]) -> list[Entry]:
    """Return an entry for each action, with its shortcut beside it."""
    return [
        Entry(
            ListRow(
                key=f"do:{spec.key}",
                title=spec.text,
                icon=spec.icon,
                aside=key_text(spec.shortcut) if spec.shortcut else "",
            ),
            spec.text.casefold(),
        )
        for spec in specs
    ]


def record_entries(dossier: Dossier, known: Known = MappingProxyType({})) -> Known:
    """Return an entry for each record that can be found, notes last and the newest first.

    What is ``known`` from before is taken as it is: of 10,000 notes a new one changes one.
    """
    found = (*_people(dossier), *_named(dossier), *_said(dossier), *_notes(dossier))
    return {one: known.get(one) or _entry(one) for one in found}


@dataclass(frozen=True, slots=True)
class Found:
    """A record as it is found: its table, its code, its words, and the kind of a note."""

    table: str
    code: str
    text: str
    kind: NoteKind | None = None


def _people(dossier: Dossier) -> list[Found]:
    people = [Found("person", it.code, words.who(dossier, it.code)) for it in dossier.all(Person)]
    interviews = [
        Found(
            "interview",
            it.code,
            ", ".join([*(words.who(dossier, code) for code in it.participants), words.day(it.on)]),
        )
        for it in dossier.all(Interview)
    ]
    return [*people, *interviews]


def _named(dossier: Dossier) -> list[Found]:
    nodes = dossier.by_code(DataNode)
    found = [
        *(Found("tool", it.code, it.name) for it in dossier.all(Tool)),
        *(Found("data_node", it.code, it.name) for it in dossier.all(DataNode)),
        *(Found("process_map", it.code, it.name) for it in dossier.all(ProcessMap)),
    ]
    for flow in dossier.all(DataFlow):
        ends = [nodes[end].name if end in nodes else end for end in (flow.source, flow.target)]
        found.append(Found("data_flow", flow.code, " → ".join(ends)))
    return found


def _said(dossier: Dossier) -> list[Found]:
    return [
        *(Found("finding", it.code, it.statement) for it in dossier.all(Finding)),
        *(Found("recommendation", it.code, it.statement) for it in dossier.all(Recommendation)),
        *(Found("decision", it.code, it.statement) for it in dossier.all(Decision)),
        *(Found("action", it.code, it.title) for it in dossier.all(Action)),
    ]


def _notes(dossier: Dossier) -> list[Found]:
    return [
        Found("note", note.code, note.text, note.kind or NoteKind.FACT)
        for note in reversed(dossier.all(Note))
    ]


def _entry(found: Found) -> Entry:
    text = found.text
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
    word = words.kind_word(found.kind) if found.kind else thing_word(found.table)
    row = ListRow(
        key=f"{found.table}:{found.code}",
        title=short or found.code,
        below=f"{word} · {found.code}",
        icon=words.KIND_LOOK[found.kind][0] if found.kind else ICONS[found.table],
    )
    return Entry(row, f"{text} {found.code}".casefold())
