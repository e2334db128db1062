"""The lanes of a process map: which step is in which, their order, and how high they are."""

from __future__ import annotations

from dataclasses import replace

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.map_edit import editable, gone
from cxo_desktop.app.map_find import box_of
from cxo_desktop.app.map_places import keep_places
from cxo_desktop.app.maps import CHAIN
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.map_places import MapPlace, lane_node
from cxo_desktop.domain.processes import ProcessMap, Step


def to_lane(engagement: OpenEngagement, code: str, box: str, lane: str) -> None:
    """Give a step to another lane. Raises NotFound."""
    card = editable(engagement.dossier(), code)
    step = box_of(engagement.dossier(), card, box)
    if not isinstance(step, Step):
        raise gone(box)
    if (step.lane or "") != lane:
        engagement.put(replace(step, lane=lane or None))


def move_lane(engagement: OpenEngagement, code: str, lane: str, by: int) -> None:
    """Move a lane up (-1) or down (1) among the lanes of a process map."""
    lanes = lanes_of(engagement.dossier(), code)
    if lane in lanes:
        put_lane(engagement, code, lane, max(0, min(len(lanes) - 1, lanes.index(lane) + by)))


def put_lane(engagement: OpenEngagement, code: str, lane: str, place: int) -> None:
    """Give a lane another place among the lanes of a process map, counted from 0 at the top."""
    card = editable(engagement.dossier(), code)
    lanes = list(lanes_of(engagement.dossier(), code))
    if lane not in lanes or card.base == CHAIN:
        return
    lanes.remove(lane)
    lanes.insert(place, lane)
    with engagement.operation("change process_map"):
        keep_places(engagement, card.base)
        set_lanes(engagement, code, tuple(lanes))


def set_lanes(engagement: OpenEngagement, code: str, lanes: tuple[str, ...]) -> None:
    """Put the lanes of a process map into another order, or add and drop empty ones."""
    card = editable(engagement.dossier(), code)
    engagement.put(replace(engagement.get(ProcessMap, card.base), lanes=lanes))


def size_lane(engagement: OpenEngagement, code: str, lane: str, height: float) -> None:
    """Make a lane so many points high; it never is lower than what stands in it needs."""
    card = editable(engagement.dossier(), code)
    node, high = lane_node(lane), round(height, 2)
    rows = engagement.find(MapPlace, map=card.base, node=node)
    with engagement.operation("change process_map"):
        keep_places(engagement, card.base)
        if rows:
            engagement.put(replace(rows[-1], y=high))
        else:
            engagement.add(MapPlace(map=card.base, node=node, y=high))


def lanes_of(dossier: Dossier, code: str) -> tuple[str, ...]:
    """Return the lanes of a process map as they are drawn, but for that of steps without one."""
    card = editable(dossier, code)
    named = dossier.by_code(ProcessMap).get(card.base, ProcessMap()).lanes
    used = {step.lane for step in dossier.all(Step) if step.map == card.base and step.lane}
    return tuple(dict.fromkeys((*named, *sorted(used))))
