"""What is to be done, what was sent, who came, and what may go wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxo_desktop.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Record):
    """Something one side has promised to do."""

    title: str = ""
    side: str | None = None
    owner: str | None = None
    raised_on: date | None = None
    due_on: date | None = None
    done_on: date | None = None
    raised_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch(Record):
    """Something we sent, and when it was first answered."""

    kind: str | None = None
    sent_on: date | None = None
    sent_to: str | None = None
    first_response_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn(Record):
    """A regular talk with the Executive Director."""

    on: date | None = None
    ed_invited: bool | None = None
    ed_attended: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Raid(Record):
    """A risk, assumption, issue or dependency."""

    kind: str | None = None
    statement: str = ""
    impact: str | None = None
    likelihood: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExitItem(Record):
    """Something that must be handed over before we leave."""

    statement: str = ""
    owner_side: str | None = None
    done: bool | None = None
