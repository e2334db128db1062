"""Consent: whose notes may be used, and what is missing from the record of it."""

from __future__ import annotations

from dataclasses import dataclass

from cxo_desktop.analysis.figures import FEWEST, Figure, codes, share
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import ConsentScope, ConsentState, InterviewStatus
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.records import Json

Pair = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentFigure(Figure):
    """How complete the consents are, and which notes may not be used.

    ``missing`` are pairs of person and interview, written "P11/I09".
    """

    participants: int
    complete: int
    missing: tuple[str, ...]
    notes_blocked: tuple[str, ...]
    verbatim_without_quote_scope: tuple[str, ...]

    def as_json(self) -> Json:
        """Return the figure with completeness as a share of 0..1, 4 decimals."""
        return {
            "participants": self.participants,
            "complete": self.complete,
            "completeness": share(self.complete, self.participants),
            "missing": list(self.missing),
            "notes_blocked": list(self.notes_blocked),
            "verbatim_without_quote_scope": list(self.verbatim_without_quote_scope),
        }


def consents(dossier: Dossier) -> dict[Pair, Consent]:
    """Return the consent of each person for each interview; the last one recorded counts."""
    return {(consent.person, consent.interview): consent for consent in dossier.all(Consent)}


def held(dossier: Dossier) -> tuple[Interview, ...]:
    """Return the interviews that took place."""
    return tuple(
        interview
        for interview in dossier.all(Interview)
        if interview.status is InterviewStatus.DONE
    )


def heard(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """Return the pairs of person and interview of the interviews that took place."""
    pairs = (
        (person, interview.code) for interview in held(dossier) for person in interview.participants
    )
    return tuple(dict.fromkeys(pairs))


def blocked_notes(dossier: Dossier) -> tuple[str, ...]:
    """Return the codes of notes that nobody allowed us to use.

    A note is blocked unless its speaker said yes to "notes" for its interview. A note of nobody
    and of no interview (read in a document, seen by ourselves) repeats nobody's words.
    """
    known = consents(dossier)
    return tuple(note.code for note in dossier.all(Note) if _is_blocked(note, known))


def _is_blocked(note: Note, known: dict[Pair, Consent]) -> bool:
    if note.person is None and note.interview is None:
        return False
    return not _allows(note, known, ConsentScope.NOTES)


def _allows(note: Note, known: dict[Pair, Consent], scope: ConsentScope) -> bool:
    consent = known.get((note.person, note.interview))
    return consent is not None and consent.allows(scope)


def usable(dossier: Dossier) -> Dossier:
    """Return the dossier as a brief may see it: without notes blocked or off the record."""
    blocked = set(blocked_notes(dossier))
    kept = (n for n in dossier.all(Note) if n.code not in blocked and not n.off_record)
    return dossier.with_records(Note, kept)


def consent(dossier: Dossier) -> ConsentFigure:
    """Return how complete the consents are (docs: indicators, consent)."""
    known = consents(dossier)
    pairs = heard(dossier)
    missing = [pair for pair in pairs if not _is_complete(known.get(pair))]
    unquotable = tuple(
        note.code
        for note in dossier.all(Note)
        if note.verbatim and not _allows(note, known, ConsentScope.QUOTE_ANONYMOUS)
    )
    return ConsentFigure(
        inputs={
            "interviews": codes(held(dossier)),
            "people": tuple(dict.fromkeys(person for person, _ in pairs)),
        },
        too_early=len(pairs) < FEWEST,
        participants=len(pairs),
        complete=len(pairs) - len(missing),
        missing=tuple(f"{person}/{interview}" for person, interview in missing),
        notes_blocked=blocked_notes(dossier),
        verbatim_without_quote_scope=unquotable,
    )


def _is_complete(consent: Consent | None) -> bool:
    if consent is None or consent.state not in {ConsentState.GIVEN, ConsentState.GIVEN_LIMITED}:
        return False
    asked = (consent.language, consent.method, consent.notice_version, consent.given_at)
    return all(asked) and bool(consent.scopes) and bool(consent.recorded_by)
