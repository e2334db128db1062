"""The data chain: where data is born, how it moves, and where it is used to decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from cxo_desktop.domain.enums import FlowMethod, FlowState, Frequency, NodeKind, PiiClass, WaitModel
from cxo_desktop.domain.processes import Step, Transition
from cxo_desktop.domain.records import Json, Number, Record, empty


@dataclass(frozen=True, slots=True, kw_only=True)
class DataNode(Record):
    """A place where data is born, kept, shown or used; ``noted_in`` the line that made it."""

    name: str = ""
    kind: NodeKind | None = None
    tool: str | None = None
    pii_classes: tuple[PiiClass, ...] = ()
    owner_level: str | None = None
    noted_in: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFlow(Record):
    """Data moving from one node to another.

    ``period_hours`` between two runs of a scheduled flow; handling in hours; staff hours and
    records per month; ``measured`` when handling was timed and not told; ``noted_in`` is the code
    of the line that made it.
    """

    source: str = field(default="", metadata={"json": "from"})
    target: str = field(default="", metadata={"json": "to"})
    method: FlowMethod | None = None
    frequency: Frequency | None = None
    wait_model: WaitModel | None = None
    period_hours: Number | None = None
    handling_typical_hours: Number | None = None
    handling_worst_hours: Number | None = None
    min_hours: Number | None = None
    max_hours: Number | None = None
    measured: bool | None = None
    role_band: str | None = None
    staff_hours_per_month: Number | None = None
    records_per_month: Number | None = None
    pii: bool | None = None
    protected: bool | None = None
    gate: str | None = None
    attributed_tool: str | None = None
    discrepancies_last_quarter: int | None = None
    per_visit: bool | None = None
    manual: bool | None = None
    state: FlowState | None = None
    noted_in: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy(Record):
    """A number that somebody disputed."""

    raised_on: date | None = None
    raised_by_level: str | None = None
    flow: str | None = None
    description: str | None = None
    accepted: bool | None = None
    days_to_answer: Number | None = None
    answered_on: date | None = None
    cause: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario(Record):
    """A what-if: what to remove, fields to change by code, what to add; in that order.

    ``remove``, ``change`` and ``add`` are about data flows. With ``map``, the code of a process
    map, the fields with ``steps`` and ``transitions`` are about its steps and arrows.
    """

    name: str = ""
    remove: tuple[str, ...] = ()
    change: Mapping[str, Json] = field(default_factory=empty, hash=False)
    add: tuple[DataFlow, ...] = ()
    map: str | None = None
    remove_steps: tuple[str, ...] = ()
    change_steps: Mapping[str, Json] = field(default_factory=empty, hash=False)
    add_steps: tuple[Step, ...] = ()
    add_transitions: tuple[Transition, ...] = ()
