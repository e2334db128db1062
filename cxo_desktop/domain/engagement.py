"""The engagement: one organisation, what was asked first, and how figures are reckoned."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from cxo_desktop.domain.records import Number, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Record):
    """The constants behind the indicators; every one may be changed for an engagement.

    Hours per month, working days and weeks per month are plain numbers; shares are 0..1;
    ``attribution_k`` is the fewest people of a level that may be named as its voice.
    """

    productive_hours_per_month: Number = 136
    loaded_factor: Number = 1.15
    working_days_per_month: Number = 22
    hours_per_month: Number = 730
    weeks_per_month: Number = 4.33
    response_green_days: Number = 7
    response_red_days: Number = 14
    ed_attendance_green: Number = 0.67
    ed_attendance_red: Number = 0.33
    on_time_green: Number = 0.7
    on_time_red: Number = 0.4
    upskill_hours_low: Number = 40
    upskill_hours_high: Number = 80
    attribution_k: int = 3
    fit_configure: Number = 0.8
    fit_extend: Number = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement(Record):
    """One organisation and the consultant's work with it. Money in whole rupees."""

    organisation: str = ""
    fictional: bool | None = None
    city: str | None = None
    sector: str | None = None
    annual_budget_inr: Number | None = None
    staff: int | None = None
    population_served: int | None = None
    started_on: date | None = None
    as_of: date | None = None
    planned_end_on: date | None = None
    stage: str | None = None
    chain_source: str | None = None
    chain_decision: str | None = None
    currency: str | None = None
    first_ask: str | None = None
    scope: str | None = None
    success_test: str | None = None
    stop_rule: str | None = None
    ed_person: str | None = None
    counterpart_person: str | None = None
    settings: Settings = field(default_factory=Settings)
    manual_methods: tuple[str, ...] = field(default=(), metadata={"top_level": True})
    data_team: tuple[str, ...] = field(default=(), metadata={"top_level": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultant(Record):
    """One of us."""

    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Record):
    """A level of the organisation, with how many people of it should be heard."""

    name: str = ""
    target: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleBand(Record):
    """A group of posts paid alike; monthly cost to the organisation in rupees."""

    name: str = ""
    headcount: int | None = None
    monthly_ctc_inr: Number | None = None
