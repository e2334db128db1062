"""Change a map: each change is one operation, and what stands on the map stays where it is."""

from __future__ import annotations

from dataclasses import replace

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.map_find import arrows_of, box_of, find_arrow, find_box
from cxo_desktop.app.map_places import keep_places
from cxo_desktop.app.maps import CHAIN, MapCard, MapKind, map_card
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.map_places import MapPlace
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.i18n import _


def add_box(engagement: OpenEngagement, code: str, words: str, beside: str = "") -> str:
    """Add a step or place; return its code.

    ``beside`` a box it is joined to from there; ``beside`` an arrow it is inserted on that arrow.
    """
    card = _editable(engagement.dossier(), code)
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

    Raises NotFound when no box, or InputRefused when more than one, is called so.
    """
    card = _editable(engagement.dossier(), code)
    with engagement.operation("add transition" if card.base != CHAIN else "add data_flow"):
        keep_places(engagement, card.base)
        _join(engagement, card, source, find_box(engagement.dossier(), card, target))


def rename(engagement: OpenEngagement, code: str, part: str, words: str) -> None:
    """Change the words of a box, or of an arrow of a process map. Raises InputRefused, NotFound."""
    card = _editable(engagement.dossier(), code)
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
        raise _gone(part)


def remove_part(engagement: OpenEngagement, code: str, part: str) -> None:
    """Take a box with its arrows, or one arrow, off a map and into the bin. Raises NotFound."""
    card = _editable(engagement.dossier(), code)
    dossier = engagement.dossier()
    box, arrow = box_of(dossier, card, part), find_arrow(dossier, card, part)
    if box is None and arrow is None:
        raise _gone(part)
    if box is None and arrow is not None:
        engagement.remove(arrow)
        return
    with engagement.operation("remove step" if card.base != CHAIN else "remove data_node"):
        keep_places(engagement, card.base)
        dossier = engagement.dossier()
        for one in arrows_of(dossier, card):
            if part in {one.source, one.target}:
                engagement.remove(one)
        for place in dossier.all(MapPlace):
            if (place.map, place.node) == (card.base, part):
                engagement.remove(place)
        if box is not None:
            engagement.remove(box)


def copy_box(engagement: OpenEngagement, code: str, box: str, to: str) -> str:
    """Add to a map a copy of a box of this or another map, with all that is known of it.

    Raises InputRefused when one is a process and the other the data chain.
    """
    source, card = map_card(engagement.dossier(), code), _editable(engagement.dossier(), to)
    original = box_of(engagement.dossier(), source, box)
    if original is None:
        raise _gone(box)
    if (source.base == CHAIN) != (card.base == CHAIN):
        raise InputRefused(
            _("The box was not copied."),
            _("One map is a data chain, the other a process."),
            _("Copy within maps of one kind."),
        )
    with engagement.operation("add step" if card.base != CHAIN else "add data_node"):
        keep_places(engagement, card.base)
        copy = replace(original, id="", code="")
        if isinstance(copy, Step):
            copy = replace(copy, map=card.base)
        fresh = engagement.add(copy).code
        keep_places(engagement, card.base)
    return fresh


def move_lane(engagement: OpenEngagement, code: str, lane: str, by: int) -> None:
    """Move a lane up (-1) or down (1) among the lanes of a process map."""
    card = _editable(engagement.dossier(), code)
    lanes = list(engagement.get(ProcessMap, card.base).lanes)
    if lane not in lanes:
        return
    place = lanes.index(lane)
    lanes.insert(max(0, min(len(lanes) - 1, place + by)), lanes.pop(place))
    keep_places(engagement, card.base)
    set_lanes(engagement, code, tuple(lanes))


def to_lane(engagement: OpenEngagement, code: str, box: str, lane: str) -> None:
    """Give a step to another lane. Raises NotFound."""
    card = _editable(engagement.dossier(), code)
    step = box_of(engagement.dossier(), card, box)
    if not isinstance(step, Step):
        raise _gone(box)
    if (step.lane or "") != lane:
        engagement.put(replace(step, lane=lane or None))


def set_lanes(engagement: OpenEngagement, code: str, lanes: tuple[str, ...]) -> None:
    """Put the lanes of a process map into another order, or add and drop empty ones."""
    card = _editable(engagement.dossier(), code)
    engagement.put(replace(engagement.get(ProcessMap, card.base), lanes=lanes))


def _editable(dossier: Dossier, code: str) -> MapCard:
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


def _gone(part: str) -> NotFound:
    return NotFound(
        _("The map was not changed."),
        _("“{part}” is not on it any more.").format(part=part),
        _("Look at the map as it is now."),
    )
