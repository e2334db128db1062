"""What is being typed outlives a crash: it is saved while it is typed, before it is a note."""

from __future__ import annotations

from datetime import UTC, datetime

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.interviews import has_refused
from cxo_desktop.app.lines import keep_line
from cxo_desktop.domain.drafts import Draft
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.i18n import _
from cxo_desktop.store import drafts


def save_draft(
    engagement: OpenEngagement,
    *,
    interview: str,
    text: str,
    caret: int | None = None,
    since: str = "",
) -> None:
    """Keep the words in the field of an interview, and where the caret (else the end) stands.

    ``since`` is the instant of the first key, else now.
    They are on the disk when this returns; no words end the draft. Raises NotFound for an unknown
    interview, InputRefused when one who takes part refused to have anything written down.
    """
    held = engagement.get(Interview, interview)
    if text and any(has_refused(engagement, person, interview) for person in held.participants):
        raise InputRefused(
            _("What you type is not kept."),
            _("This person refused, so nothing they say is written down."),
            _("End the interview; only the count of refusals stays."),
        )
    started_at = since or datetime.now(UTC).isoformat(timespec="seconds")
    place = len(text) if caret is None else caret
    drafts.save_draft(engagement.store.db, Draft(interview, text, place, started_at))


def draft_of(engagement: OpenEngagement, interview: str) -> Draft | None:
    """Return what was being typed in an interview, or None."""
    return next((one for one in unfinished(engagement) if one.interview == interview), None)


def unfinished(engagement: OpenEngagement) -> tuple[Draft, ...]:
    """Return the drafts of all interviews: what came back after a crash."""
    return drafts.drafts(engagement.store.db)


def discard_draft(engagement: OpenEngagement, interview: str) -> None:
    """Let go of what was being typed."""
    drafts.save_draft(engagement.store.db, Draft(interview, "", 0, ""))


def keep_draft_line(  # noqa: PLR0913 - what a line of an interview consists of
    engagement: OpenEngagement,
    *,
    interview: str,
    line: str,
    rest: str = "",
    person: str | None = None,
    kind: NoteKind | None = None,
    written_at: str | None = None,
    guide_question: str | None = None,
) -> Note:
    """Keep a line of the draft as a note; ``rest`` stays in the draft. Both happen or neither.

    Raises as keep_line does.
    """
    with engagement.operation("add note"):
        note = keep_line(
            engagement,
            interview=interview,
            line=line,
            person=person,
            kind=kind,
            written_at=written_at,
            guide_question=guide_question,
        )
        save_draft(engagement, interview=interview, text=rest)
    return note
