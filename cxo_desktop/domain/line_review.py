"""What a look over an interview's lines should find before it is closed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.enums import ConsentScope, NoteKind
from cxo_desktop.domain.interviews import Consent, Interview, Note

_SEPARATED = r"(?:[\s-]?\d)"
_PHONE = re.compile(rf"(?<!\d)(?:\+?91[\s-]?|0)?[6-9६-९]{_SEPARATED}{{9}}(?!\d)")
_TWELVE = re.compile(rf"(?<!\d)\d{_SEPARATED}{{11}}(?!\d)")
_TO_PLACE = frozenset(
    {NoteKind.PAIN_POINT, NoteKind.NEED, NoteKind.WORKAROUND, NoteKind.RISK, NoteKind.CONTRADICTION}
)


class Gap(StrEnum):
    """What may be missing, or too much, in an interview."""

    CONSENT = "consent"
    NUMBER = "number"
    OWNER = "owner"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class Found:
    """A gap, and the code of the note or person it is about."""

    gap: Gap
    code: str


def has_private_number(text: str) -> bool:
    """Tell whether a text holds a telephone number or twelve digits such as an identity card's.

    Digits of every script count, with spaces or dashes between them too.
    """
    return bool(_PHONE.search(text) or _TWELVE.search(text))


def review(
    interview: Interview,
    notes: Sequence[Note],
    consents: Iterable[Consent],
    actions: Iterable[Action],
) -> tuple[Found, ...]:
    """Return the gaps of one interview: consent first, then numbers, owners, lines to place.

    A line is to be placed when it is a pain, need, workaround, risk or contradiction that names
    no tool, flow or step and no theme.
    """
    may = {consent.person for consent in consents if consent.allows(ConsentScope.NOTES)}
    ownerless = {action.raised_from for action in actions if not action.owner}
    return (
        *(Found(Gap.CONSENT, code) for code in interview.participants if code not in may),
        *(Found(Gap.NUMBER, note.code) for note in notes if has_private_number(note.text)),
        *(Found(Gap.OWNER, note.code) for note in notes if note.code in ownerless),
        *(
            Found(Gap.UNPLACED, note.code)
            for note in notes
            if note.kind in _TO_PLACE and not note.refs and not note.themes
        ),
    )
