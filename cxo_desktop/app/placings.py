"""What a note can become on a map, or a number be of a step or flow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.processes import Step
from cxo_desktop.domain.records import Number, Record


class Becomes(StrEnum):
    """What a note can become on a map."""

    EVIDENCE = "evidence"
    FLOW = "flow"
    WORK = "work"
    WAIT = "wait"
    HANDLING = "handling"
    MONTHLY = "monthly"
    COST = "cost"


FIELDS: Mapping[Becomes, tuple[type[Record], str]] = {
    Becomes.WORK: (Step, "touch_minutes"),
    Becomes.WAIT: (Step, "wait_hours"),
    Becomes.HANDLING: (DataFlow, "handling_typical_hours"),
    Becomes.MONTHLY: (DataFlow, "staff_hours_per_month"),
}


@dataclass(frozen=True, slots=True)
class Placing:
    """What a note becomes, where, and how much of it.

    ``target`` is the code of a box or arrow; of a new arrow it is the box it begins at, and
    ``head`` the one it ends at. ``amount`` in minutes of work, hours of waiting or handling,
    hours a month, or rupees a month.
    """

    becomes: Becomes
    target: str
    head: str = ""
    amount: Number | None = None
