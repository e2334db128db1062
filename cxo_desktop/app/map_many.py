"""Several parts of a map at once: taken off, copied and pasted, each as one operation."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.map_edit import editable, gone
from cxo_desktop.app.map_find import Arrow, arrows_of, box_of, find_arrow
from cxo_desktop.app.map_places import keep_places
from cxo_desktop.app.maps import CHAIN, MapCard, MapKind, map_card
from cxo_desktop.app.scenario_edit import remove_from
from cxo_desktop.domain.datachain import DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.drawing import Point
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.map_places import MapPlace, places_of
from cxo_desktop.domain.processes import Step, Transition
from cxo_desktop.i18n import _

_ASIDE = 28.0


@dataclass(frozen=True, slots=True)
class Copied:
    """Boxes and the arrows between them, as they were when they were copied.

    ``spots`` are the middles of boxes whose place was stored, by the code that they had.
    """

    chain: bool
    boxes: tuple[Step | DataNode, ...]
    arrows: tuple[Arrow, ...]
    spots: Mapping[str, Point]


def remove_parts(engagement: OpenEngagement, code: str, parts: Collection[str]) -> None:
    """Take boxes with their arrows, and arrows, off a map and into the bin; one operation.

    Raises NotFound when one is not on the map any more; then nothing is taken off.
    """
    shown = map_card(engagement.dossier(), code)
    if shown.kind is MapKind.SCENARIO:
        remove_from(engagement, shown, parts)
        return
    card = editable(engagement.dossier(), code)
    kind = "step" if card.base != CHAIN else "data_node"
    name = f"remove {kind}" if _any_box(engagement, card, parts) else _arrow(card)
    with engagement.operation(name):
        if _any_box(engagement, card, parts):
            keep_places(engagement, card.base)
        dossier = engagement.dossier()
        boxes = {part for part in parts if box_of(dossier, card, part) is not None}
        arrows = [find_arrow(dossier, card, part) for part in parts if part not in boxes]
        if None in arrows:
            raise gone(next(iter(set(parts) - boxes)))
        doomed = {one.id: one for one in arrows if one is not None}
        doomed |= {
            one.id: one for one in arrows_of(dossier, card) if boxes & {one.source, one.target}
        }
        places = [it for it in dossier.all(MapPlace) if it.map == card.base and it.node in boxes]
        for row in (*doomed.values(), *places):
            engagement.remove(row)
        for box in sorted(boxes):
            engagement.remove(_box(dossier, card, box))


def copied(dossier: Dossier, code: str, parts: Collection[str]) -> Copied | None:
    """Return a copy of those boxes with the arrows between them, or None if there is no box."""
    card = map_card(dossier, code)
    boxes = tuple(box for part in parts if (box := box_of(dossier, card, part)) is not None)
    known = {box.code for box in boxes}
    places = places_of(dossier, card.base)
    return (
        Copied(
            card.base == CHAIN,
            boxes,
            tuple(it for it in arrows_of(dossier, card) if {it.source, it.target} <= known),
            {node: place.spot for node, place in places.items() if node in known},
        )
        if boxes
        else None
    )


def paste(engagement: OpenEngagement, what: Copied, to: str) -> tuple[str, ...]:
    """Add copies of boxes and arrows to a map, with all that is known of them; return their codes.

    They stand to each other as they did. Raises InputRefused when one map is a process and the
    other the data chain.
    """
    card = editable(engagement.dossier(), to)
    if what.chain != (card.base == CHAIN):
        raise InputRefused(
            _("Nothing was pasted."),
            _("One map is a data chain, the other a process."),
            _("Copy within maps of one kind."),
        )
    with engagement.operation("add step" if card.base != CHAIN else "add data_node"):
        keep_places(engagement, card.base)
        fresh = {box.code: _added(engagement, card, box) for box in what.boxes}
        for arrow in what.arrows:
            new = replace(
                arrow, id="", code="", source=fresh[arrow.source], target=fresh[arrow.target]
            )
            engagement.add(replace(new, map=card.base) if isinstance(new, Transition) else new)
        _place(engagement, card, what, fresh)
        keep_places(engagement, card.base)
    return tuple(fresh.values())


def _added(engagement: OpenEngagement, card: MapCard, box: Step | DataNode) -> str:
    if isinstance(box, Step):
        return engagement.add(replace(box, id="", code="", map=card.base)).code
    return engagement.add(replace(box, id="", code="")).code


def _place(
    engagement: OpenEngagement, card: MapCard, what: Copied, fresh: Mapping[str, str]
) -> None:
    """Put copies a little aside, until none lies on a box that stands there already."""
    places = places_of(engagement.dossier(), card.base).values()
    taken = {(round(it.spot.x), round(it.spot.y)) for it in places}
    by = _ASIDE
    while any((round(it.x + by), round(it.y + by)) in taken for it in what.spots.values()):
        by += _ASIDE
    if len(what.spots) == len(fresh) and taken:
        engagement.add_all(
            [
                MapPlace(map=card.base, node=fresh[old], x=spot.x + by, y=spot.y + by)
                for old, spot in what.spots.items()
            ]
        )


def _any_box(engagement: OpenEngagement, card: MapCard, parts: Collection[str]) -> bool:
    dossier = engagement.dossier()
    return any(box_of(dossier, card, part) is not None for part in parts)


def _arrow(card: MapCard) -> str:
    return "remove transition" if card.base != CHAIN else "remove data_flow"


def _box(dossier: Dossier, card: MapCard, code: str) -> Step | DataNode:
    box = box_of(dossier, card, code)
    if box is None:
        raise gone(code)
    return box
