"""What people say against each other about one part of a map."""

from __future__ import annotations

from collections.abc import Iterable

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person
from cxo_desktop.i18n import _


def disputed(dossier: Dossier, base: str) -> frozenset[str]:
    """Return the boxes and arrows of a map on which two people told numbers that do not agree.

    ``base`` is the code of a process map, or "chain".
    """
    from cxo_desktop.analysis.told_numbers import contradiction

    behind: dict[str, list[Note]] = {}
    for note in dossier.all(Note):
        for ref in note.refs:
            map_, slash, step = ref.partition("/")
            part = step if slash and map_ == base else "" if slash else ref
            behind.setdefault(part, []).append(note)
    return frozenset(part for part, notes in behind.items() if part and contradiction(notes))


def dispute_words(dossier: Dossier, notes: Iterable[Note]) -> str:
    """Return in words, by roles, that two people told different times; "" if they do not."""
    from cxo_desktop.analysis.told_numbers import contradiction

    found = contradiction(notes)
    if found is None:
        return ""
    roles = {person.code: person.role or person.code for person in dossier.all(Person)}
    least, most = found
    return _("They disagree: {less} says {role}, {more} says {other}.").format(
        less=least.words,
        role=roles.get(least.person, least.person),
        more=most.words,
        other=roles.get(most.person, most.person),
    )
