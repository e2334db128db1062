"""A what-if changed on its own map: the map that it edits stays as it is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.maps import CHAIN, MapCard, chain_rows, map_card
from cxo_desktop.app.placings import FIELDS, Placing
from cxo_desktop.domain.datachain import DataFlow, DataNode, Scenario
from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.processes import Step, Transition
from cxo_desktop.i18n import _

NAME = "change scenario"


def begin_scenario(engagement: OpenEngagement, code: str, name: str = "") -> str:
    """Begin a what-if on the map that is drawn like ``code``; return its code."""
    base = map_card(engagement.dossier(), code).base
    row = Scenario(name=name or _("What if"), map=None if base == CHAIN else base)
    return engagement.add(row).code


def remove_from(engagement: OpenEngagement, card: MapCard, parts: Collection[str]) -> None:
    """Leave out flows or steps; a place of the chain goes with its flows.

    Raises InputRefused for an arrow of a process that the what-if did not add.
    """
    row = engagement.get(Scenario, card.code)
    if card.base == CHAIN:
        flows = chain_rows(engagement.dossier(), card)[1]
        gone = {it.code for it in flows if {it.code, it.source, it.target} & set(parts)}
        added = {it.code for it in row.add}
        change = {code: it for code, it in row.change.items() if code not in gone}
        kept = tuple(it for it in row.add if it.code not in gone)
        remove = (*row.remove, *sorted(gone - added - set(row.remove)))
        engagement.put(replace(row, add=kept, remove=remove, change=change))
        return
    engagement.put(_without_steps(row, set(parts)))


def _without_steps(row: Scenario, parts: set[str]) -> Scenario:
    arrows = {part for part in parts if ">" in part}
    own = {f"{it.source}>{it.target}" for it in row.add_transitions}
    if arrows - own:
        raise _refused(
            _("An arrow of the map that it edits cannot be left out alone."),
            _("Leave out a step: what led to it then leads on."),
        )
    steps = parts - arrows
    added = {it.code for it in row.add_steps}
    return replace(
        row,
        add_steps=tuple(it for it in row.add_steps if it.code not in steps),
        add_transitions=tuple(
            it
            for it in row.add_transitions
            if f"{it.source}>{it.target}" not in arrows and not {it.source, it.target} & steps
        ),
        change_steps={code: it for code, it in row.change_steps.items() if code not in steps},
        remove_steps=(*row.remove_steps, *sorted(steps - added - set(row.remove_steps))),
    )


def join_in(engagement: OpenEngagement, card: MapCard, source: str, target: str) -> None:
    """Add a flow or arrow from one box to another."""
    row = engagement.get(Scenario, card.code)
    if card.base == CHAIN:
        flow = DataFlow(code=_fresh(engagement, row, "F"), source=source, target=target)
        engagement.put(replace(row, add=(*row.add, flow)))
    else:
        move = Transition(source=source, target=target)
        engagement.put(replace(row, add_transitions=(*row.add_transitions, move)))


def add_to(engagement: OpenEngagement, card: MapCard, words: str, beside: str) -> str:
    """Add a step behind another; return its code. Raises InputRefused on the data chain."""
    row = engagement.get(Scenario, card.code)
    if card.base == CHAIN:
        raise _refused(
            _("A what-if on the data chain adds flows between places that are there."),
            _("Connect two places, or add the new place to the data chain first."),
        )
    near = next((it for it in engagement.find(Step, map=card.base) if it.code == beside), None)
    step = Step(
        code=_fresh(engagement, row, "s"),
        kind=StepKind.TASK,
        lane=near.lane if near else None,
        label=words,
    )
    engagement.put(replace(row, add_steps=(*row.add_steps, step)))
    if near is not None:
        join_in(engagement, card, near.code, step.code)
    return step.code


def set_number(engagement: OpenEngagement, code: str, placing: Placing) -> None:
    """Change a time of a step or flow within a what-if. Raises InputRefused without a number."""
    card = map_card(engagement.dossier(), code)
    row = engagement.get(Scenario, card.code)
    cls, field = FIELDS[placing.becomes]
    if placing.amount is None or placing.amount < 0 or (cls is DataFlow) != (card.base == CHAIN):
        raise _refused(_("It needs a number that fits the map."), _("Type how many."))
    part, value = placing.target, {field: placing.amount}
    added: tuple[DataFlow, ...] | tuple[Step, ...] = row.add if cls is DataFlow else row.add_steps
    with engagement.operation(NAME):
        if any(it.code == part for it in added):
            rows = tuple(replace(it, **value) if it.code == part else it for it in added)  # type: ignore[arg-type]
            engagement.put(replace(row, **{"add" if cls is DataFlow else "add_steps": rows}))  # type: ignore[arg-type]
            return
        known = row.change if cls is DataFlow else row.change_steps
        before = known.get(part)
        merged = {**(before if isinstance(before, dict) else {}), **value}
        change = {**known, part: merged}
        engagement.put(replace(row, **{"change" if cls is DataFlow else "change_steps": change}))  # type: ignore[arg-type]


def _fresh(engagement: OpenEngagement, row: Scenario, letter: str) -> str:
    cls = DataFlow if letter == "F" else Step
    known = {it.code for it in engagement.find(cls)} | {it.code for it in engagement.find(DataNode)}
    known |= {it.code for it in (*row.add, *row.add_steps)}
    number = 1
    while f"{row.code}-{letter}{number}" in known:
        number += 1
    return f"{row.code}-{letter}{number}"


def _refused(why: str, remedy: str) -> InputRefused:
    return InputRefused(_("The what-if was not changed."), why, remedy)
