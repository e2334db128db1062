"""What people allow for an interview: recorded first, changed and taken back later."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.guides import consent_words
from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.drafts import Draft
from cxo_desktop.domain.enums import ConsentMethod, ConsentScope, ConsentState, InterviewStatus
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.store import drafts

ASKED_FOR = (
    ConsentScope.NOTES,
    ConsentScope.QUOTE_ANONYMOUS,
    ConsentScope.SHARE_CONSULTANTS,
    ConsentScope.SHARE_LEADERSHIP,
    ConsentScope.AUDIO,
    ConsentScope.PHOTO,
)
"""What the words that are read aloud ask for, in their order."""


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
    """Keep what a person allowed for an interview, in place of what stood before.

    With a refusal all that was noted of the person in this interview is gone for good, and an
    interview nobody else takes part in counts as not held.
    """
    asked = state is not ConsentState.NOT_ASKED
    consent = Consent(
        person=person,
        interview=interview,
        state=state,
        scopes=scopes if asked and state is not ConsentState.REFUSED else (),
        language=language if asked else None,
        method=(method or ConsentMethod.ORAL) if asked else None,
        notice_version=consent_words().version if asked else None,
        given_at=_now() if asked else None,
        recorded_by="me" if asked else None,
    )
    standing = engagement.find(Consent, person=person, interview=interview)
    with engagement.operation("record consent"):
        if standing:
            consent = replace(consent, id=standing[0].id, code=standing[0].code)
            engagement.put(consent)
        else:
            consent = engagement.add(consent)
        if state is ConsentState.REFUSED:
            _keep_nothing(engagement, person, interview)
    return consent


def withdraw(engagement: OpenEngagement, *, person: str, interview: str) -> Consent | None:
    """Mark the consent as taken back: the notes stay, blocked. None when there was none."""
    standing = engagement.find(Consent, person=person, interview=interview)
    if not standing:
        return None
    taken_back = replace(standing[0], state=ConsentState.WITHDRAWN, withdrawn_at=_now())
    with engagement.operation("withdraw consent"):
        engagement.put(taken_back)
    return taken_back


def _keep_nothing(engagement: OpenEngagement, person: str, interview: str) -> None:
    """Blank every note of a person in an interview, in the log too, and what is being typed."""
    held = engagement.get(Interview, interview)
    alone = held.participants == (person,)
    said = [
        note
        for note in engagement.find(Note, interview=interview)
        if note.person == person or (alone and not note.person)
    ]
    for note in said:
        for action in engagement.find(Action, raised_from=note.code):
            engagement.store.rows.forget("action", action.id, None)
        engagement.store.rows.forget("note", note.id, None)
    drafts.save_draft(engagement.store.db, Draft(interview, "", 0, ""))
    engagement.tell("note", "action")
    if alone and held.status in (InterviewStatus.OPEN, InterviewStatus.PLANNED):
        engagement.put(replace(held, status=InterviewStatus.CANCELLED))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
