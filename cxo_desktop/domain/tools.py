"""The tools in use, what they cost, and pilots that may or may not join the mainline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxo_desktop.domain.enums import Certainty, CostKind, Priority, ToolStatus
from cxo_desktop.domain.records import Number, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool(Record):
    """A tool of the organisation, paper included. Money in rupees."""

    name: str = ""
    platform: str | None = None
    status: ToolStatus | None = None
    cash_per_year_inr: Number | None = None
    one_off_inr: Number | None = None
    training_per_year_inr: Number | None = None
    owner: str | None = None
    purpose: str | None = None
    users: int | None = None
    mandated_by_funder: bool | None = None
    contract_end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CostItem(Record):
    """One cost of a tool: money, or hours of a role band, per ``period``; ``noted_in`` a line."""

    tool: str | None = None
    kind: CostKind | None = None
    amount_inr: Number | None = None
    hours: Number | None = None
    role_band: str | None = None
    period: str | None = None
    certainty: Certainty | None = None
    noted_in: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredCapability(Record):
    """What a pilot needs of a platform; ``level_needed`` 1..3 points."""

    capability: str = ""
    priority: Priority | None = None
    level_needed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pilot(Record):
    """A trial beside the mainline, and how it is to end."""

    tool: str | None = None
    name: str = ""
    mainline_tool: str | None = None
    started_on: date | None = None
    users_at_peak: int | None = None
    users_now: int | None = None
    user_count: int | None = None
    hypothesis: str | None = None
    exit_criteria: str | None = None
    merge_owner: str | None = None
    merge_by: date | None = None
    data_move_plan: str | None = None
    required_capabilities: tuple[RequiredCapability, ...] = ()
