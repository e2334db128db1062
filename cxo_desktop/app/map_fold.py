"""Lanes folded to one box each: how many steps, how much work, how much waiting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from cxo_desktop.domain.drawing import Point
from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.map_places import Place, Places
from cxo_desktop.domain.processes import Step, Transition
from cxo_desktop.i18n import _, ngettext

_FOLDED = "lane/"


@dataclass(frozen=True, slots=True)
class FoldedMap:
    """What is drawn of a process some of whose lanes are folded."""

    steps: tuple[Step, ...]
    transitions: tuple[Transition, ...]
    places: Places
    evidence: Mapping[str, int]
    pains: Mapping[str, int]


def folded_code(lane: str) -> str:
    """Return the code of the box that stands for a folded lane."""
    return f"{_FOLDED}{lane}"


def folded_lane(code: str) -> str | None:
    """Return the lane that a box stands for, or None for a step."""
    return code.removeprefix(_FOLDED) if code.startswith(_FOLDED) else None


def fold(shown: FoldedMap, lanes: Collection[str]) -> FoldedMap:
    """Return the map with one box for each of these lanes, and one arrow each way between two."""
    inside: dict[str, list[Step]] = {}
    for step in shown.steps:
        if (step.lane or "") in lanes:
            inside.setdefault(step.lane or "", []).append(step)
    new = {step.code: folded_code(lane) for lane, steps in inside.items() for step in steps}
    summaries = [_summary(lane, steps) for lane, steps in inside.items()]
    return FoldedMap(
        (*(step for step in shown.steps if step.code not in new), *summaries),
        tuple(_joined(shown.transitions, new)),
        _places(shown.places, new),
        _counted(shown.evidence, new),
        _counted(shown.pains, new),
    )


def _summary(lane: str, steps: Sequence[Step]) -> Step:
    minutes = [step.touch_minutes for step in steps if step.touch_minutes is not None]
    waits = [step.wait_hours for step in steps if step.wait_hours is not None]
    words = ngettext("{count} step", "{count} steps", len(steps)).format(count=len(steps))
    if 0 < len(minutes) < len(steps):
        words = _("{steps}, work known of {count}").format(steps=words, count=len(minutes))
    return Step(
        code=folded_code(lane),
        map=steps[0].map,
        kind=StepKind.SUBPROCESS,
        lane=lane or None,
        label=words,
        touch_minutes=sum(minutes) if minutes else None,
        wait_hours=sum(waits) if waits else None,
    )


def _joined(moves: Iterable[Transition], new: Mapping[str, str]) -> list[Transition]:
    """Return the arrows between what is left; several between the same two become one."""
    kept: dict[tuple[str, str], Transition] = {}
    whole: list[Transition] = []
    for move in moves:
        ends = (new.get(move.source, move.source), new.get(move.target, move.target))
        if ends == (move.source, move.target):
            whole.append(move)
        elif ends[0] != ends[1]:
            kept.setdefault(ends, Transition(map=move.map, source=ends[0], target=ends[1]))
    return [*whole, *kept.values()]


def _places(places: Places, new: Mapping[str, str]) -> Places:
    inside: dict[str, list[Point]] = {}
    for code, lane in new.items():
        if code in places:
            inside.setdefault(lane, []).append(places[code].spot)
    kept = {code: place for code, place in places.items() if code not in new}
    for lane, spots in inside.items():
        middle = Point(
            sum(spot.x for spot in spots) / len(spots), sum(spot.y for spot in spots) / len(spots)
        )
        kept[lane] = Place(middle)
    return kept


def _counted(counts: Mapping[str, int], new: Mapping[str, str]) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for code, count in counts.items():
        found[new.get(code, code)] += count
    return found
