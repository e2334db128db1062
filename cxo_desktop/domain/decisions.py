"""What was decided, by whom, and what part a funder had in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxo_desktop.domain.enums import FunderRole
from cxo_desktop.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """One decision; ``status`` is free text."""

    on: date | None = None
    statement: str = ""
    options: tuple[str, ...] = ()
    decided_by: str | None = None
    consulted: tuple[str, ...] = ()
    funder_role: FunderRole | None = None
    funder: str | None = None
    grant_end: date | None = None
    reason: str | None = None
    reversible: bool | None = None
    review_on: date | None = None
    status: str | None = None
    asked_of_ed: bool | None = None
    cost_of_waiting: str | None = None
