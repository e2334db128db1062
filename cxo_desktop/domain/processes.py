"""Process maps: who does what, in which order, and how long it takes and waits."""

from __future__ import annotations

from dataclasses import dataclass, field

from cxo_desktop.domain.enums import MapVariant, StepKind
from cxo_desktop.domain.records import Number, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessMap(Record):
    """A map of one process; lanes in the order in which they are drawn."""

    name: str = ""
    variant: MapVariant | None = None
    process: str | None = None
    lanes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Record):
    """A box of a process map. Minutes of work, hours of waiting, shares 0..1.

    ``map`` is the code of the process map; a step's code is unique within its map only.
    """

    map: str = field(default="", metadata={"parent": True})
    kind: StepKind | None = None
    lane: str | None = None
    label: str = ""
    tool: str | None = None
    touch_minutes: Number | None = None
    min_minutes: Number | None = None
    max_minutes: Number | None = None
    wait_hours: Number | None = None
    complete_accurate: Number | None = None
    volume: Number | None = None
    reads: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition(Record):
    """An arrow of a process map; ``share`` 0..1 of the cases that take it."""

    map: str = field(default="", metadata={"parent": True})
    source: str = field(default="", metadata={"json": "from"})
    target: str = field(default="", metadata={"json": "to"})
    condition: str | None = None
    share: Number | None = None
