"""An interview from its first word to its last: who, with which consent, and each note."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.domain.enums import (
    ConsentMethod,
    ConsentScope,
    ConsentState,
    InterviewStatus,
    NoteKind,
    Sensitivity,
)
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.line_grammar import parse_line
from cxo_desktop.domain.people import Person

NOTICE_VERSION = "v1"


def start_interview(  # noqa: PLR0913 - the form's own fields, all named
    engagement: OpenEngagement,
    *,
    person: str | None,
    role: str | None = None,
    level: str | None = None,
    guide: str | None = None,
    language: str = "en",
    mode: str = "in_person",
    consent: ConsentState = ConsentState.NOT_ASKED,
    scopes: tuple[ConsentScope, ...] = (),
    method: ConsentMethod | None = None,
) -> Interview:
    """Open an interview with one person, known by code or new with a role; keep the consent.

    Returns the interview with its code. Raises InputRefused without person and role, NotFound
    for an unknown person.
    """
    if person is None and not (role or "").strip():
        raise InputRefused(
            "The interview was not started.",
            "Nobody is named.",
            "Choose a person, or write the role of a new one.",
        )
    if person is None:
        person = engagement.add(Person(role=(role or "").strip(), level=level)).code
    else:
        engagement.get(Person, person)
    interview = engagement.add(
        Interview(
            on=engagement.today(),
            mode=mode,
            guide=guide,
            language=language,
            participants=(person,),
            status=InterviewStatus.OPEN,
        )
    )
    record_consent(
        engagement,
        person=person,
        interview=interview.code,
        state=consent,
        scopes=scopes,
        language=language,
        method=method,
    )
    return interview


def record_consent(  # noqa: PLR0913 - what a consent consists of
    engagement: OpenEngagement,
    *,
    person: str,
    interview: str,
    state: ConsentState,
    scopes: tuple[ConsentScope, ...] = (),
    language: str | None = None,
    method: ConsentMethod | None = None,
) -> Consent:
    """Keep what a person allowed for an interview, in place of what stood before."""
    asked = state is not ConsentState.NOT_ASKED
    consent = Consent(
        person=person,
        interview=interview,
        state=state,
        scopes=scopes if asked else (),
        language=language if asked else None,
        method=(method or ConsentMethod.ORAL) if asked else None,
        notice_version=NOTICE_VERSION if asked else None,
        given_at=_now() if asked else None,
        recorded_by="me" if asked else None,
    )
    standing = engagement.find(Consent, person=person, interview=interview)
    if not standing:
        return engagement.add(consent)
    changed = replace(consent, id=standing[0].id, code=standing[0].code)
    engagement.put(changed)
    return changed


def keep_note(  # noqa: PLR0913 - what a line of an interview consists of
    engagement: OpenEngagement,
    *,
    interview: str,
    text: str,
    person: str | None = None,
    kind: NoteKind = NoteKind.FACT,
    raw_text: str | None = None,
    verbatim: bool = False,
    off_record: bool = False,
    own_reading: bool = False,
    unsure: bool = False,
    written_at: str | None = None,
    themes: tuple[str, ...] = (),
    guide_question: str | None = None,
) -> Note:
    """Keep one line of an interview; it is on the disk when this returns.

    Without ``person`` it is laid to the interview's only participant, else to nobody. Raises
    InputRefused for an empty line and for words of somebody who refused, NotFound for an unknown
    interview.
    """
    held = engagement.get(Interview, interview)
    if person is None and len(held.participants) == 1:
        person = held.participants[0]
    _refuse_to_keep(engagement, interview, person, text)
    return engagement.add(
        Note(
            interview=interview,
            person=person,
            kind=kind,
            text=text.strip(),
            raw_text=raw_text,
            language=held.language,
            verbatim=verbatim,
            off_record=off_record or None,
            own_reading=own_reading or None,
            unsure=unsure or None,
            sensitivity=Sensitivity.CONFIDENTIAL if off_record else Sensitivity.INTERNAL,
            themes=themes,
            written_at=written_at or _now(),
            guide_question=guide_question,
        )
    )


def _refuse_to_keep(
    engagement: OpenEngagement, interview: str, person: str | None, text: str
) -> None:
    if not text.strip():
        raise InputRefused(
            "The note was not kept.", "It has no words.", "Type what was said, then Enter."
        )
    if person and has_refused(engagement, person, interview):
        raise InputRefused(
            "The note was not kept.",
            "This person refused, so nothing they say is written down.",
            "End the interview; only the count of refusals stays.",
        )


def keep_line(
    engagement: OpenEngagement,
    *,
    interview: str,
    line: str,
    person: str | None = None,
    kind: NoteKind | None = None,
) -> Note:
    """Keep a line as it was typed: its first marks tell its kind unless ``kind`` does."""
    typed = parse_line(line)
    return keep_note(
        engagement,
        interview=interview,
        person=person,
        kind=kind or typed.kind,
        text=typed.text,
        raw_text=line,
        verbatim=typed.verbatim,
        off_record=typed.off_record,
        own_reading=typed.own_reading,
    )


def end_interview(engagement: OpenEngagement, code: str) -> Interview:
    """Close an interview; from now on it counts as held. Raises NotFound."""
    interview = engagement.get(Interview, code)
    ended = replace(interview, status=InterviewStatus.DONE)
    engagement.put(ended)
    return ended


def notes_of(engagement: OpenEngagement, code: str) -> tuple[Note, ...]:
    """Return the notes of one interview, oldest first."""
    return engagement.find(Note, interview=code)


def has_refused(engagement: OpenEngagement, person: str, interview: str) -> bool:
    """Tell whether a person said in an interview that nothing is to be written down."""
    consents = engagement.find(Consent, person=person, interview=interview)
    return any(consent.state is ConsentState.REFUSED for consent in consents)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
