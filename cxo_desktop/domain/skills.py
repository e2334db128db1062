"""Skills: who has which, what each process needs, and what is being learnt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxo_desktop.domain.enums import TrainingState
from cxo_desktop.domain.records import Number, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill(Record):
    """A skill; in the exchange format a bare name, which is also its code."""

    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSkill(Record):
    """How well one person commands one skill, 0..3."""

    person: str = ""
    skill: str = ""
    level: int | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRequirement(Record):
    """The skill a process cannot do without; critical unless it says no."""

    process: str = ""
    process_name: str | None = None
    skill: str = ""
    min_level: int | None = None
    critical: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Training(Record):
    """Hours somebody learns or learnt."""

    person: str = ""
    skill: str = ""
    state: TrainingState | None = None
    hours: Number | None = None
    on: date | None = None
    cost: Number | None = None
