"""Where boxes stand: kept from the first edit on, moved by hand, tidied as one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.maps import CHAIN, PAGE, draw_map, map_card
from cxo_desktop.domain.datachain import DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.drawing import Drawing, Point
from cxo_desktop.domain.map_places import MapPlace, lane_heights, lane_node, places_of
from cxo_desktop.domain.processes import Step


def keep_places(
    engagement: OpenEngagement,
    code: str,
    *,
    drawn: Drawing | None = None,
    fit: tuple[float, float] = PAGE,
) -> None:
    """Store where every box of a map now stands that has no stored place, as one operation.

    A map none of whose boxes has one stands as it is ``drawn`` on the screen, if it is.
    """
    dossier = engagement.dossier()
    base = map_card(dossier, code).base
    stored = places_of(dossier, base)
    if stored.keys() >= _boxes(dossier, base):
        return
    drawing = drawn if drawn and not stored else draw_map(dossier, base, fit=fit, routed=False)
    rows = [
        MapPlace(map=base, node=node, x=spot.x, y=spot.y)
        for node, spot in _unstored(dossier, base, drawing).items()
    ]
    if rows:
        with engagement.operation("keep places"):
            engagement.add_all(rows)


def move_boxes(
    engagement: OpenEngagement,
    code: str,
    moves: Mapping[str, tuple[float, float]],
    *,
    fit: tuple[float, float] = PAGE,
) -> None:
    """Move boxes by (right, down) points and pin them there; one operation, undone as one."""
    dossier = engagement.dossier()
    base = map_card(dossier, code).base
    with engagement.operation("move on the map"):
        keep_places(engagement, base, fit=fit)
        for row in _rows(engagement.dossier(), base):
            if row.node in moves and row.x is not None and row.y is not None:
                right, down = moves[row.node]
                x, y = round(row.x + right, 2), round(row.y + down, 2)
                engagement.put(replace(row, x=x, y=y, pinned=True))


def tidy(
    engagement: OpenEngagement,
    code: str,
    *,
    pinned_too: bool = False,
    fit: tuple[float, float] = PAGE,
) -> None:
    """Lay a map out anew and store every place, as one operation.

    What a person pinned stays where it is and lanes as high as they were made, unless these are
    to be laid out as well.
    """
    dossier = engagement.dossier()
    base = map_card(dossier, code).base
    lanes = {lane_node(name) for name in lane_heights(dossier, base)}
    known = {row.node: row for row in _rows(dossier, base) if pinned_too or row.node not in lanes}
    drawing = draw_map(dossier, base, tidy=True, fit=fit)
    with engagement.operation("tidy the map"):
        for node, spot in centres(drawing).items():
            row = known.pop(node, None)
            if row is None:
                engagement.add(MapPlace(map=base, node=node, x=spot.x, y=spot.y))
            elif pinned_too or not row.pinned:
                engagement.put(replace(row, x=spot.x, y=spot.y, pinned=None))
        for row in known.values():
            engagement.remove(row)


def centres(drawing: Drawing) -> dict[str, Point]:
    """Return the middle of every box by its code."""
    return {
        box.code: Point(round(box.x + box.width / 2, 2), round(box.y + box.height / 2, 2))
        for box in drawing.boxes
    }


def _boxes(dossier: Dossier, base: str) -> set[str]:
    if base == CHAIN:
        return {node.code for node in dossier.all(DataNode)}
    return {step.code for step in dossier.all(Step) if step.map == base}


def _rows(dossier: Dossier, base: str) -> tuple[MapPlace, ...]:
    return tuple(row for row in dossier.all(MapPlace) if row.map == base)


def _unstored(dossier: Dossier, base: str, drawing: Drawing) -> dict[str, Point]:
    """Return the places of boxes that have none stored, in the frame of those that have."""
    stored = places_of(dossier, base)
    drawn = centres(drawing)
    shift = next(
        (
            (place.spot.x - drawn[node].x, place.spot.y - drawn[node].y)
            for node, place in sorted(stored.items())
            if node in drawn
        ),
        (0.0, 0.0),
    )
    return {
        node: Point(round(spot.x + shift[0], 2), round(spot.y + shift[1], 2))
        for node, spot in drawn.items()
        if node not in stored
    }
