"""What was said: interviews, the consent they rest on, and the notes kept from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cxo_desktop.domain.enums import (
    ConsentMethod,
    ConsentScope,
    ConsentState,
    Dimension,
    InterviewStatus,
    NoteKind,
    Sensitivity,
)
from cxo_desktop.domain.records import Number, Record

_CONSENTING = (ConsentState.GIVEN, ConsentState.GIVEN_LIMITED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview(Record):
    """One talk, group or day of shadowing; ``source_file`` where it was imported from a text.

    ``started_at`` is the ISO instant in UTC at which it was begun here, ``paused_at`` the one since
    which it rests, and ``paused_seconds`` how long it rested before that.
    """

    on: date | None = None
    mode: str | None = None
    place: str | None = None
    minutes: Number | None = None
    guide: str | None = None
    language: str | None = None
    participants: tuple[str, ...] = ()
    interviewer: str | None = None
    note_taker: str | None = None
    status: InterviewStatus | None = None
    observer_present: bool | None = None
    requested_on: date | None = None
    source_file: str | None = None
    started_at: str | None = None
    paused_at: str | None = None
    paused_seconds: int | None = None

    def seconds_until(self, now: datetime) -> int | None:
        """Return how long was talked until an instant, without pauses; None where not known."""
        if not self.started_at:
            return None
        until = datetime.fromisoformat(self.paused_at) if self.paused_at else now
        passed = (until - datetime.fromisoformat(self.started_at)).total_seconds()
        return max(0, int(passed) - (self.paused_seconds or 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Record):
    """What one person allowed for one interview. ``given_at`` is an ISO date or instant."""

    person: str = ""
    interview: str = ""
    state: ConsentState | None = None
    scopes: tuple[ConsentScope, ...] = ()
    language: str | None = None
    method: ConsentMethod | None = None
    notice_version: str | None = None
    given_at: str | None = None
    recorded_by: str | None = None
    review_on: date | None = None
    withdrawn_at: str | None = None
    erased_at: str | None = None

    def allows(self, scope: ConsentScope) -> bool:
        """Tell whether the person said yes to ``scope`` and has not taken it back."""
        return self.state in _CONSENTING and scope in self.scopes


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """One thing that was said, seen or concluded.

    ``person`` is who said it; ``verbatim`` means word for word; ``source_line`` is the line of
    the interview's source file, counted from 1; ``written_at`` an ISO instant in UTC.
    ``position`` sorts a line that was moved among the row ids of the others (domain.ordering).
    """

    interview: str | None = None
    person: str | None = None
    kind: NoteKind | None = None
    text: str = ""
    language: str | None = None
    verbatim: bool | None = None
    themes: tuple[str, ...] = ()
    dimension: Dimension | None = None
    sensitivity: Sensitivity | None = None
    refs: tuple[str, ...] = ()
    raw_text: str | None = None
    written_at: str | None = None
    off_record: bool | None = None
    own_reading: bool | None = None
    unsure: bool | None = None
    guide_question: str | None = None
    visit: str | None = None
    source_line: int | None = None
    position: str | None = None

    @property
    def place(self) -> str:
        """Return what lines of an interview are sorted by."""
        return self.position or self.id
