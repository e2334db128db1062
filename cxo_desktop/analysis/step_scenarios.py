"""What-if over the steps of a process map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cxo_desktop.analysis.figures import Remark
from cxo_desktop.domain.datachain import Scenario
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.plain import from_plain, to_plain
from cxo_desktop.domain.processes import Step, Transition
from cxo_desktop.domain.records import Json


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """The steps and arrows of one map, and what of a scenario could not be carried out."""

    steps: tuple[Step, ...]
    transitions: tuple[Transition, ...]
    remarks: tuple[Remark, ...] = ()


def drawn(dossier: Dossier, code: str) -> DrawnMap:
    """Return the steps and arrows of a process map as they are."""
    return DrawnMap(
        tuple(it for it in dossier.all(Step) if it.map == code),
        tuple(it for it in dossier.all(Transition) if it.map == code),
    )


def edited_map(dossier: Dossier, scenario: Scenario) -> DrawnMap:
    """Return the map of a scenario: first remove, then change, then add.

    Where a step is removed, the arrows into it lead on to where it led.
    """
    as_is = drawn(dossier, scenario.map or "")
    added = tuple(replace(it, map=scenario.map or "") for it in scenario.add_steps)
    removed = set(scenario.remove_steps)
    replaced = {it.code for it in added}
    known = {it.code for it in as_is.steps}
    remarks: list[Remark] = []
    kept: list[Step] = []
    for step in as_is.steps:
        if step.code in removed | replaced:
            continue
        changed = _changed(step, scenario.change_steps.get(step.code))
        remarks += [Remark.BAD_CHANGE] if changed is None else []
        kept.append(changed or step)
    if any(code not in known for code in (*scenario.remove_steps, *scenario.change_steps)):
        remarks.append(Remark.UNKNOWN_CODE)
    arrows = _bridged(as_is.transitions, [it for it in removed if it not in replaced])
    more = (replace(it, map=scenario.map or "") for it in scenario.add_transitions)
    return DrawnMap((*kept, *added), (*arrows, *more), tuple(dict.fromkeys(remarks)))


def _changed(step: Step, change: Json) -> Step | None:
    if change is None:
        return step
    if not isinstance(change, dict):
        return None
    try:
        changed = from_plain(Step, {**to_plain(step), **change, "id": step.code})
    except InputRefused:
        return None
    return replace(changed, map=step.map)


def _bridged(transitions: Sequence[Transition], removed: Iterable[str]) -> tuple[Transition, ...]:
    """Return the arrows without the removed steps, each led on past them.

    An arrow that branches keeps its condition and share; a share is split as the removed step
    split it.
    """
    arrows = list(transitions)
    for code in sorted(removed):
        into = [it for it in arrows if it.target == code and it.source != code]
        onward = [it for it in arrows if it.source == code and it.target != code]
        arrows = [it for it in arrows if code not in {it.source, it.target}]
        arrows += [_joined(first, then, len(onward)) for first in into for then in onward]
    return tuple(arrows)


def _joined(first: Transition, then: Transition, ways: int) -> Transition:
    share = first.share
    if share is not None and ways > 1:
        share = share * (1 / ways if then.share is None else then.share)
    elif share is None and ways > 1:
        share = then.share
    return replace(
        first, target=then.target, share=share, condition=first.condition or then.condition
    )
