"""What it adds up to: findings, the evidence for and against them, recommendations."""

from __future__ import annotations

from dataclasses import dataclass

from cxo_desktop.domain.enums import Dimension, FindingStatus, Horizon, Stance
from cxo_desktop.domain.records import Number, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Record):
    """A claim about the organisation; severity 1..4."""

    statement: str = ""
    need_area: str | None = None
    dimension: Dimension | None = None
    severity: int | None = None
    status: FindingStatus | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """One thing a finding rests on, or that speaks against it.

    ``target`` is the code of a note, or ``kind:name`` for a metric, document or observation.
    """

    finding: str = ""
    target: str = ""
    stance: Stance = Stance.SUPPORTS
    weight: int | None = None

    @property
    def is_note(self) -> bool:
        """Tell whether the evidence is a note of this engagement."""
        return ":" not in self.target


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessGate(Record):
    """The three questions before any technology: who uses it, how, and what it must fit into."""

    who: str = ""
    how: str = ""
    integration: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Record):
    """What we advise; ``stops`` says what ends with it. Money in rupees."""

    statement: str = ""
    dimension: Dimension | None = None
    findings: tuple[str, ...] = ()
    horizon: Horizon | None = None
    owner: str | None = None
    effort: str | None = None
    one_off_inr: Number | None = None
    yearly_inr: Number | None = None
    process_gate: ProcessGate | None = None
    depends_on: tuple[str, ...] = ()
    stops: str | None = None
    asked_of_ed: bool | None = None
    cost_of_waiting: str | None = None
