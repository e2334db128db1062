"""What the palette can find: the window's actions, and the people and notes at hand."""

from __future__ import annotations

from collections.abc import Iterable

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person
from cxo_desktop.i18n import _
from cxo_desktop.ui import words
from cxo_desktop.ui.actions import ActionSpec, key_text
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.palette import Entry

_LONGEST = 90


def entries(specs: Iterable[ActionSpec], engagement: OpenEngagement | None) -> list[Entry]:
    """Return what can be found now: the actions, then what the open engagement holds."""
    records = record_entries(engagement.dossier()) if engagement else []
    return [*action_entries(specs), *records]


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


def record_entries(dossier: Dossier) -> list[Entry]:
    """Return an entry for each person and each note of an engagement, newest note first."""
    people = [
        _entry("person", person.code, words.who(dossier, person.code), _("Person"), "user-round")
        for person in dossier.all(Person)
    ]
    notes = [
        _entry(
            "note",
            note.code,
            note.text,
            " · ".join((words.kind_word(note.kind), note.code)),
            words.KIND_LOOK[note.kind][0] if note.kind else "sticky-note",
        )
        for note in reversed(dossier.all(Note))
    ]
    return people + notes


def _entry(kind: str, code: str, text: str, below: str, icon: str) -> Entry:
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
    row = ListRow(key=f"{kind}:{code}", title=short, below=below, icon=icon)
    return Entry(row, f"{text} {code}".casefold())
