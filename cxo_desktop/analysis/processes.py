"""Process maps in figures: work, waiting, hand-offs, and what arrives complete and accurate."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cxo_desktop.analysis.figures import (
    Completeness,
    Figure,
    Remark,
    amount,
    completeness,
    share,
    stated,
)
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.domain.records import Json, Number

COUNTED = frozenset({StepKind.TASK, StepKind.DECISION})
MINUTES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFigure:
    """One process map, read as one monthly cycle; ``steps`` are codes within the map.

    ``handoffs`` are pairs of steps in different lanes; ``nobodys`` the steps of no lane.
    """

    map: str
    steps: tuple[str, ...]
    handoffs: tuple[tuple[str, str], ...]
    nobodys: tuple[str, ...]
    touch_minutes: Number
    wait_hours: Number
    rolled: float | None
    completeness: tuple[Completeness, ...]

    @property
    def touch_hours(self) -> float:
        """Return the hours of work."""
        return self.touch_minutes / MINUTES

    @property
    def flow_efficiency(self) -> float | None:
        """Return the share of the time in which somebody works on it, 0..1."""
        whole = self.touch_hours + self.wait_hours
        return self.touch_hours / whole if whole else None

    def as_json(self) -> dict[str, Json]:
        """Return hours with 1 decimal, shares with 4."""
        return {
            "steps": len(self.steps),
            "handoffs": len(self.handoffs),
            "touch_hours": round(self.touch_hours, 1),
            "wait_hours": round(self.wait_hours, 1),
            "flow_efficiency": share(self.touch_hours, self.touch_hours + self.wait_hours),
            "rolled_complete_accurate": None if self.rolled is None else round(self.rolled, 4),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessMapsFigure(Figure):
    """Every process map in figures, in list order."""

    maps: tuple[MapFigure, ...]

    def as_json(self) -> Json:
        """Return the figures by map."""
        return {it.map: it.as_json() for it in self.maps}


def process_maps(dossier: Dossier) -> ProcessMapsFigure:
    """Return every process map in figures (docs: indicators, process maps)."""
    steps: dict[str, list[Step]] = {}
    transitions: dict[str, list[Transition]] = {}
    for step in dossier.all(Step):
        steps.setdefault(step.map, []).append(step)
    for transition in dossier.all(Transition):
        transitions.setdefault(transition.map, []).append(transition)
    codes = tuple(dict.fromkeys(it.code for it in dossier.all(ProcessMap)))
    maps = tuple(map_figure(it, steps.get(it, []), transitions.get(it, [])) for it in codes)
    return ProcessMapsFigure(
        inputs={"maps": codes},
        remarks=(Remark.MIXED_CYCLES,) if _mixed(dossier.all(Step), codes) else (),
        completeness=tuple(it for figure in maps for it in figure.completeness),
        maps=maps,
    )


def _mixed(steps: Sequence[Step], maps: Sequence[str]) -> bool:
    """Tell whether steps speak of different numbers of cases, as per visit and per month."""
    volumes = {it.volume for it in steps if it.map in maps and stated(it.volume) is not None}
    return len(volumes) > 1


def map_figure(code: str, steps: Sequence[Step], transitions: Sequence[Transition]) -> MapFigure:
    """Return one map in figures: value-stream practice, over the steps given."""
    lanes = {step.code: step.lane for step in steps if step.lane}
    known = [it.complete_accurate for it in steps if _is_share(it.complete_accurate)]
    return MapFigure(
        map=code,
        steps=tuple(step.code for step in steps if step.kind in COUNTED),
        handoffs=tuple(
            (it.source, it.target)
            for it in transitions
            if it.source in lanes and it.target in lanes and lanes[it.source] != lanes[it.target]
        ),
        nobodys=tuple(step.code for step in steps if step.kind in COUNTED and not step.lane),
        touch_minutes=sum(minutes(step) for step in steps),
        wait_hours=sum(amount(step.wait_hours) for step in steps),
        rolled=math.prod(it for it in known if it is not None) if known else None,
        completeness=_known(steps),
    )


def minutes(step: Step) -> Number:
    """Return the minutes of work of a step; the range told stands in for what was not."""
    told = stated(step.touch_minutes)
    least, most = stated(step.min_minutes), stated(step.max_minutes)
    if told is None and least is not None and most is not None:
        return (least + most) / 2
    return told or 0


def _is_share(number: Number | None) -> bool:
    return stated(number) is not None and amount(number) <= 1


def _known(steps: Sequence[Step]) -> tuple[Completeness, ...]:
    counted = [step for step in steps if step.kind in COUNTED]
    return (
        completeness("steps_minutes", counted, _says_minutes),
        completeness("steps_wait", counted, lambda it: stated(it.wait_hours) is not None),
        completeness("steps_quality", counted, lambda it: _is_share(it.complete_accurate)),
        completeness("steps_lane", counted, lambda it: bool(it.lane)),
    )


def _says_minutes(step: Step) -> bool:
    told = stated(step.touch_minutes) is not None
    return told or (stated(step.min_minutes) is not None and stated(step.max_minutes) is not None)
