"""Change a map: each change is one operation, and what stands on the map stays where it is."""

from __future__ import annotations

from dataclasses import replace

from cxo_desktop.app import scenario_edit
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.map_find import box_of, find_arrow, find_box
from cxo_desktop.app.map_places import keep_places
from cxo_desktop.app.maps import CHAIN, MapCard, MapKind, map_card
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.i18n import _


def add_box(engagement: OpenEngagement, code: str, words: str, beside: str = "") -> str:
    """Add a step or place; return its code.

    ``beside`` a box it is joined to from there; ``beside`` an arrow it is inserted on that arrow.
    """
    shown = map_card(engagement.dossier(), code)
    if shown.kind is MapKind.SCENARIO:
        return scenario_edit.add_to(engagement, shown, words, beside)
    card = editable(engagement.dossier(), code)
    arrow = find_arrow(engagement.dossier(), card, beside)
    with engagement.operation("add step" if card.base != CHAIN else "add data_node"):
        keep_places(engagement, card.base)
        start = arrow.source if arrow else beside
        box = _new_box(engagement, card, words, start)
        if arrow is not None:
            engagement.put(replace(arrow, target=box))
            _join(engagement, card, box, arrow.target)
        elif beside:
            _join(engagement, card, beside, box)
        keep_places(engagement, card.base)
    return box


def connect(engagement: OpenEngagement, code: str, source: str, target: str) -> None:
    """Draw an arrow from one box to another, named by its code or by the beginning of its words.

    Raises NotFound when no box, or InputRefused when more than one, is called so, or when the two
    cannot be joined.
    """
    dossier = engagement.dossier()
    card = map_card(dossier, code)
    head = find_box(dossier, card, target)
    why = why_apart(dossier, code, source, head)
    if why:
        raise InputRefused(_("The arrow was not drawn."), why, _("Choose another box."))
    if card.kind is MapKind.SCENARIO:
        scenario_edit.join_in(engagement, card, source, head)
        return
    with engagement.operation("add transition" if card.base != CHAIN else "add data_flow"):
        keep_places(engagement, card.base)
        _join(engagement, card, source, head)


def why_apart(dossier: Dossier, code: str, source: str, target: str) -> str:
    """Return why there can be no arrow from one box to another, or "" if there can."""
    card = map_card(dossier, code)
    tail, head = box_of(dossier, card, source), box_of(dossier, card, target)
    if tail is None or head is None:
        return _("One of the boxes is not on the map any more.")
    if isinstance(tail, Step) and isinstance(head, Step):
        known = find_arrow(dossier, card, f"{source}>{target}") is not None
        return _steps_apart(tail, head, joined=known)
    return _("Data does not flow from a place to itself.") if source == target else ""


def _steps_apart(tail: Step, head: Step, *, joined: bool) -> str:
    if tail.kind is StepKind.END:
        return _("Nothing follows the end.")
    if head.kind is StepKind.START:
        return _("Nothing comes before the start.")
    return _("There is an arrow between the two already.") if joined else ""


def rename(engagement: OpenEngagement, code: str, part: str, words: str) -> None:
    """Change the words of a box, or of an arrow of a process map. Raises InputRefused, NotFound."""
    card = editable(engagement.dossier(), code)
    box = box_of(engagement.dossier(), card, part)
    arrow = find_arrow(engagement.dossier(), card, part)
    if isinstance(box, Step):
        engagement.put(replace(box, label=words))
    elif isinstance(box, DataNode):
        engagement.put(replace(box, name=words))
    elif isinstance(arrow, Transition):
        engagement.put(replace(arrow, condition=words or None))
    elif arrow is not None:
        raise InputRefused(
            _("The flow was not renamed."),
            _("A flow has no name: its words tell how and how often data moves."),
            _("Set its method and frequency instead."),
        )
    else:
        raise gone(part)


def editable(dossier: Dossier, code: str) -> MapCard:
    """Return the map of that code. Raises NotFound, and InputRefused for a scenario."""
    card = map_card(dossier, code)
    if card.kind is MapKind.SCENARIO:
        raise InputRefused(
            _("The map was not changed."),
            _("It shows what a scenario makes of another map."),
            _("Change the scenario, or the map that it is about."),
        )
    return card


def _new_box(engagement: OpenEngagement, card: MapCard, words: str, beside: str) -> str:
    if card.base == CHAIN:
        return engagement.add(DataNode(name=words)).code
    near = box_of(engagement.dossier(), card, beside)
    lanes = engagement.get(ProcessMap, card.base).lanes
    lane = near.lane if isinstance(near, Step) else next(iter(lanes), None)
    step = Step(map=card.base, kind=StepKind.TASK, lane=lane, label=words)
    return engagement.add(step).code


def _join(engagement: OpenEngagement, card: MapCard, source: str, target: str) -> None:
    if card.base == CHAIN:
        engagement.add(DataFlow(source=source, target=target))
    else:
        engagement.add(Transition(map=card.base, source=source, target=target))


def gone(part: str) -> NotFound:
    """Return that something is not on the map any more, in words."""
    return NotFound(
        _("The map was not changed."),
        _("“{part}” is not on it any more.").format(part=part),
        _("Look at the map as it is now."),
    )
