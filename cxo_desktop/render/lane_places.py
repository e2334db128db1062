"""A process on places that are kept: boxes stay, lanes are as high as what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cxo_desktop.domain.drawing import Orientation, Point
from cxo_desktop.render.engines import kept
from cxo_desktop.render.engines.graph import Cancelled
from cxo_desktop.render.engines.lanes import LaneGraph, LaneLayout
from cxo_desktop.render.engines.patched import Router

_PAD = 8.0
_LEAST = 40.0


class _Bands(NamedTuple):
    """Where each lane begins and ends, and by how much its boxes are moved down for that."""

    edges: tuple[float, ...]
    shifts: tuple[float, ...]


def lay_out(
    graph: LaneGraph,
    places: Sequence[Point | None],
    cancelled: Cancelled,
    router: Router = kept.route,
) -> LaneLayout:
    """Return a layout with every known place kept, up to one shift of all.

    A new box finds room in its lane. Lanes keep their order: if boxes of one stand where another
    is, because lanes were reordered, those of the later lane are drawn below it.
    Raises domain.errors.Cancelled.
    """
    allowed = _in_lanes(graph, places)
    centres = kept.fill(graph.boxes, places, graph.links, Orientation.LR, allowed)
    bands = _bands(graph, centres)
    left = min(spot.x - size.width / 2 for spot, size in zip(centres, graph.boxes, strict=True))
    moved = tuple(
        Point(spot.x - left, spot.y + bands.shifts[lane])
        for spot, lane in zip(centres, graph.lane, strict=True)
    )
    found = router(graph.boxes, graph.links, moved, cancelled)
    return LaneLayout(
        moved,
        found.routes,
        bands.edges,
        max(spot.x + size.width / 2 for spot, size in zip(moved, graph.boxes, strict=True)),
        frozenset(
            number
            for number, link in enumerate(graph.links)
            if moved[link.head].x < moved[link.tail].x
        ),
        found.remarks,
    )


def _spans(graph: LaneGraph, places: Sequence[Point | None]) -> dict[int, tuple[float, float]]:
    """Return how far the boxes of each lane reach, of lanes in which one stands."""
    spans: dict[int, tuple[float, float]] = {}
    for spot, size, lane in zip(places, graph.boxes, graph.lane, strict=True):
        if spot is not None:
            top, low = spans.get(lane, (spot.y, spot.y))
            half = size.height / 2
            spans[lane] = (min(top, spot.y - half), max(low, spot.y + half))
    return spans


def _in_lanes(graph: LaneGraph, places: Sequence[Point | None]) -> kept.Allowed:
    spans = _spans(graph, places)

    def allowed(box: int, spot: Point) -> bool:
        lane, half = graph.lane[box], graph.boxes[box].height / 2
        if lane not in spans:
            return all(
                (low + _PAD <= spot.y - half) if other < lane else (spot.y + half <= top - _PAD)
                for other, (top, low) in spans.items()
            ) or spot.y > max(low for _top, low in spans.values())
        top, low = spans[lane]
        middle = (top + low) / 2
        if low - top < 2 * half:
            return spot.y == middle
        return top <= spot.y - half and spot.y + half <= low

    return allowed if spans else kept.anywhere


def _bands(graph: LaneGraph, centres: Sequence[Point]) -> _Bands:
    spans = _spans(graph, list(centres))
    least = [*graph.least, *[_LEAST] * (graph.lanes - len(graph.least))]
    edges, shifts = [0.0], list[float]()
    shift = _PAD - min(top for top, _low in spans.values())
    first = min(spans)
    for lane in range(graph.lanes):
        if lane not in spans:
            shifts.append(shift)
            edges.append(edges[-1] + max(_LEAST, least[lane]))
            continue
        top, low = spans[lane]
        shift = max(shift, edges[-1] + _PAD - top) if lane != first else edges[-1] + _PAD - top
        if lane > first:
            edges[-1] = max(edges[-1], (edges[-1] + top + shift - _PAD) / 2)
        shifts.append(shift)
        edges.append(max(edges[-1] + max(_LEAST, least[lane]), low + shift + _PAD))
    return _Bands(tuple(edges), tuple(shifts))
