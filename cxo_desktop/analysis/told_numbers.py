"""Numbers that people told about one thing, and where two of them do not agree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cxo_desktop.domain.cost_lines import parse_cost
from cxo_desktop.domain.interviews import Note

_APART = 1.25
_MINUTES = {"min": 1, "minute": 1, "minutes": 1, "h": 60, "hour": 60, "hours": 60}
_TIME = re.compile(
    r"(?<![\w.])(\d{1,5}(?:\.\d{1,2})?)\s*(minutes?|min|hours?|h|days?)\b", re.IGNORECASE
)
_DAY = 24 * 60
WAITS = re.compile(r"\b(?:wait|delay)|\b(?:later|pending|days?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A time that a person told in a note: its words, and minutes.

    ``kind`` is what it measures: "wait", "work", or the period in which so much is worked.
    """

    note: str
    person: str
    words: str
    minutes: float
    kind: str = "work"


def told_times(notes: Iterable[Note]) -> tuple[Told, ...]:
    """Return the times in notes, the first of each note, in the order of the notes."""
    found = []
    for note in notes:
        match = _TIME.search(note.text)
        if match is not None:
            unit = match[2].lower()
            minutes = float(match[1]) * (_DAY if unit.startswith("day") else _MINUTES[unit])
            kind = "wait" if WAITS.search(note.text) else parse_cost(note.text).period or "work"
            found.append(Told(note.code, note.person or "", match[0], minutes, kind))
    return tuple(found)


def contradiction(notes: Iterable[Note]) -> tuple[Told, Told] | None:
    """Return the least and the largest time if two people told them a quarter or more apart.

    Only times of one kind are compared: waiting is no work, and hours a month not hours at a time.
    """
    told = sorted(told_times(notes), key=lambda it: (it.minutes, it.note))
    for kind in dict.fromkeys(it.kind for it in told):
        alike = [it for it in told if it.kind == kind]
        least, most = alike[0], alike[-1]
        if most.minutes >= _APART * least.minutes and least.person != most.person:
            return least, most
    return None
