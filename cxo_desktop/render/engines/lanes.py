"""Lay out a process in lanes: lanes in the asked order, no link through a box, labels with room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from cxo_desktop.domain import errors
from cxo_desktop.domain.drawing import Point
from cxo_desktop.render import curves
from cxo_desktop.render.engines import channels, layers, placing, straight
from cxo_desktop.render.engines.graph import Cancelled, Link, Route, Size
from cxo_desktop.render.engines.layers import Piece, Tie
from cxo_desktop.render.heads import LENGTH

_GAP = 16.0
_PAD = 12.0
_CHANNEL = 26.0
_BEND = 5.0
MOST_BENDS = 3000


@dataclass(frozen=True, slots=True)
class LaneGraph:
    """Boxes with the lane of each, links, how many lanes there are, and how high at least."""

    boxes: tuple[Size, ...]
    lane: tuple[int, ...]
    links: tuple[Link, ...]
    lanes: int
    least: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class LaneLayout:
    """Middles of boxes, routes of links, the edges of the lanes, and which links run back."""

    centres: tuple[Point, ...]
    routes: tuple[Route, ...]
    edges: tuple[float, ...]
    length: float
    backward: frozenset[int]
    remarks: tuple[str, ...] = ()


def lay_out(graph: LaneGraph, cancelled: Cancelled) -> LaneLayout:
    """Place a process in its lanes, flowing to the right; raises only Cancelled.

    Boxes stand in columns by their rank and in the lane they belong to; links run in channels
    between the columns, each on a track of its own; labels stand on their links.
    """
    pieces = [
        Piece(size.width, size.height, lane)
        for size, lane in zip(graph.boxes, graph.lane, strict=True)
    ]
    ties = [_tie(link) for link in graph.links]
    if layers.bends(len(pieces), ties) > MOST_BENDS:
        return _dense(graph, pieces, cancelled)
    net = layers.build(pieces, ties, graph.lanes)
    net.pieces = [replace(piece, lead=None) for piece in net.pieces]  # labels lie on their links
    layers.order(net, cancelled)
    middle, bands = placing.place(net, _GAP, _PAD, cancelled, graph.least)
    if cancelled():
        raise errors.Cancelled
    routed = channels.route(net, ties, middle, _CHANNEL)

    def spot(knot: int) -> Point:
        return Point(routed.columns.centre(net.rank[knot]), middle[knot])

    labels = {tie: spot(knot) for tie, knot in net.labels.items()}
    return LaneLayout(
        tuple(spot(box) for box in range(len(graph.boxes))),
        tuple(_finished(way, labels.get(tie)) for tie, way in enumerate(routed.ways)),
        bands.edges,
        routed.columns.length,
        net.flipped,
    )


def _dense(graph: LaneGraph, pieces: list[Piece], cancelled: Cancelled) -> LaneLayout:
    """Place boxes by rank and draw links as lines: so many would take channels without end."""
    ties = [Tie(link.tail, link.head) for link in graph.links]
    net = layers.build(pieces, ties, graph.lanes, bent=False)
    layers.order(net, cancelled)
    middle, bands = placing.place(net, _GAP, _PAD, cancelled, graph.least)
    if cancelled():
        raise errors.Cancelled
    columns = channels.columns(net, [3] * net.depth, _CHANNEL)
    centres = tuple(Point(columns.centre(net.rank[box]), middle[box]) for box in range(len(pieces)))
    routes = straight.routes(graph.boxes, centres, graph.links)
    remarks = (straight.remark(),)
    return LaneLayout(centres, routes, bands.edges, columns.length, net.flipped, remarks)


def _tie(link: Link) -> Tie:
    if link.label is None or link.tail == link.head:
        return Tie(link.tail, link.head)
    return Tie(link.tail, link.head, Piece(link.label.width, link.label.height))


def _finished(way: tuple[tuple[float, float], ...], label: Point | None) -> Route:
    """Return the route with rounded bends; its last piece ends where the head begins."""
    corners = [Point(*spot) for spot in way]
    bare = [corners[0]]
    bare += [after for before, after in pairwise(corners) if after != before]
    tip = bare[-1]
    if len(bare) > 1:
        bare[-1] = curves.towards(tip, bare[-2], min(LENGTH, _length(tip, bare[-2]) / 2))
    else:
        bare.append(tip)
    return Route(curves.rounded(bare, _BEND), tip, label)


def _length(one: Point, other: Point) -> float:
    return abs(one.x - other.x) + abs(one.y - other.y)
