"""An interview from its first word to its last: who, with which consent, and each note."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from cxo_desktop.app.consents import record_consent
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.guides import take_copy
from cxo_desktop.app.unfiled import NO_INTERVIEW
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
from cxo_desktop.domain.people import Person


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
    planned: str | None = None,
) -> Interview:
    """Open an interview with one person, known by code or new with a role; keep the consent.

    With ``planned``, the code of an interview that was planned, that one is begun. All of it is
    one operation. Returns the interview with its code. Raises InputRefused without person and
    role, NotFound for an unknown person or plan.
    """
    if person is None and not (role or "").strip():
        raise InputRefused(
            "The interview was not started.",
            "Nobody is named.",
            "Choose a person, or write the role of a new one.",
        )
    with engagement.operation("start interview"):
        person = _known_or_new(engagement, person, role, level)
        begun = Interview(
            on=engagement.today(),
            mode=mode,
            guide=guide,
            language=language,
            participants=(person,),
            status=InterviewStatus.OPEN,
            started_at=_now(),
        )
        interview = _begun(engagement, begun, planned)
        if guide:
            take_copy(engagement, guide)
        record_consent(
            engagement,
            person=person,
            interview=interview.code,
            state=consent,
            scopes=scopes,
            language=language,
            method=method,
        )
    return engagement.get(Interview, interview.code)


def _known_or_new(
    engagement: OpenEngagement, person: str | None, role: str | None, level: str | None
) -> str:
    if person is None:
        return engagement.add(Person(role=(role or "").strip(), level=level)).code
    return engagement.get(Person, person).code


def _begun(engagement: OpenEngagement, begun: Interview, planned: str | None) -> Interview:
    if planned is None:
        return engagement.add(begun)
    plan = engagement.get(Interview, planned)
    others = tuple(code for code in plan.participants if code not in begun.participants)
    started = replace(
        plan,
        on=begun.on,
        mode=plan.mode or begun.mode,
        guide=begun.guide,
        language=begun.language,
        participants=(*begun.participants, *others),
        status=InterviewStatus.OPEN,
        started_at=begun.started_at,
    )
    engagement.put(started)
    return started


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


def end_interview(engagement: OpenEngagement, code: str) -> Interview:
    """Close an interview; from now on it counts as held. Raises NotFound.

    How long it took is reckoned from its start here without pauses, unless somebody said it.
    """
    interview = engagement.get(Interview, code)
    minutes, seconds = interview.minutes, interview.seconds_until(datetime.now(UTC))
    if minutes is None and seconds is not None:
        minutes = max(1, round(seconds / 60))
    ended = replace(interview, status=InterviewStatus.DONE, minutes=minutes, paused_at=None)
    with engagement.operation("end interview"):
        engagement.put(ended)
    return ended


def pause_interview(engagement: OpenEngagement, code: str) -> Interview:
    """Let the clock of an open interview rest, or go on again. Raises NotFound."""
    interview = engagement.get(Interview, code)
    if interview.status is not InterviewStatus.OPEN:
        return interview
    if interview.paused_at is None:
        name, changed = "pause interview", replace(interview, paused_at=_now())
    else:
        rested = datetime.now(UTC) - datetime.fromisoformat(interview.paused_at)
        seconds = (interview.paused_seconds or 0) + max(0, round(rested.total_seconds()))
        name = "go on with interview"
        changed = replace(interview, paused_at=None, paused_seconds=seconds)
    with engagement.operation(name):
        engagement.put(changed)
    return changed


def notes_of(engagement: OpenEngagement, code: str) -> tuple[Note, ...]:
    """Return the notes of one interview, oldest first, moved ones where they were moved to.

    With NO_INTERVIEW those that belong to none.
    """
    wanted = {None, ""} if code == NO_INTERVIEW else {code}
    found = (note for note in engagement.dossier().all(Note) if note.interview in wanted)
    return tuple(sorted(found, key=lambda note: note.place))


def has_refused(engagement: OpenEngagement, person: str, interview: str) -> bool:
    """Tell whether a person said in an interview that nothing is to be written down."""
    consents = engagement.find(Consent, person=person, interview=interview)
    return any(consent.state is ConsentState.REFUSED for consent in consents)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
