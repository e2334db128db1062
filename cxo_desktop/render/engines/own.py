"""Our own layered layout: not the prettiest, but it needs nothing and always ends."""

from __future__ import annotations

import math
from dataclasses import replace

from cxo_desktop.domain import errors
from cxo_desktop.domain.drawing import Orientation, Point
from cxo_desktop.i18n import _
from cxo_desktop.render import curves
from cxo_desktop.render.engines import channels, layers, placing
from cxo_desktop.render.engines.graph import Cancelled, Graph, Layout, Link, Route, Size
from cxo_desktop.render.engines.layers import Layers, Piece, Tie
from cxo_desktop.render.heads import LENGTH

NAME = "CxO Desktop"
MOST_BENDS = 4000
_BEND = 5.0


def lay_out(graph: Graph, cancelled: Cancelled) -> Layout:
    """Place a graph; raises only Cancelled.

    Links too many to route round boxes are drawn straight and without labels, with a remark.
    """
    ties = [_tie(graph, link) for link in graph.links]
    pieces = [_piece(graph, size) for size in graph.boxes]
    if not pieces:
        return Layout(0, 0, (), (), NAME)
    if layers.bends(len(pieces), ties) > MOST_BENDS:
        return _straight(graph, pieces, ties, cancelled)
    net = layers.build(pieces, ties, 1)
    middle = _placed(net, graph, cancelled)
    routed = channels.route(net, ties, middle, graph.rank_gap)
    centres = [(routed.columns.centre(net.rank[box]), middle[box]) for box in range(len(pieces))]
    labels = {
        tie: (routed.columns.centre(net.rank[knot]), _centre(net, middle, knot))
        for tie, knot in net.labels.items()
    }
    routes = tuple(_route(graph, way, labels.get(tie)) for tie, way in enumerate(routed.ways))
    return _layout(graph, centres, routes)


def _centre(net: Layers, middle: list[float], knot: int) -> float:
    piece = net.pieces[knot]
    return middle[knot] + (piece.behind - piece.ahead) / 2


def _placed(net: Layers, graph: Graph, cancelled: Cancelled) -> list[float]:
    layers.order(net, cancelled)
    middle, _bands = placing.place(net, graph.box_gap, 0, cancelled)
    if cancelled():
        raise errors.Cancelled
    return middle


def _piece(graph: Graph, size: Size) -> Piece:
    if graph.orientation is Orientation.LR:
        return Piece(size.width, size.height)
    return Piece(size.height, size.width)


def _tie(graph: Graph, link: Link) -> Tie:
    label = _piece(graph, link.label) if link.label and link.tail != link.head else None
    return Tie(link.tail, link.head, label)


def _point(graph: Graph, spot: tuple[float, float]) -> Point:
    along, across = spot
    return Point(along, across) if graph.orientation is Orientation.LR else Point(across, along)


def _route(
    graph: Graph, way: tuple[tuple[float, float], ...], label: tuple[float, float] | None
) -> Route:
    corners = [_point(graph, spot) for spot in way]
    tip = corners[-1]
    corners[-1] = curves.towards(tip, corners[-2], LENGTH)
    middle = _point(graph, label) if label else None
    return Route(curves.rounded(_distinct(corners), _BEND), tip, middle)


def _distinct(corners: list[Point]) -> list[Point]:
    """Return the corners without repetitions; at least two."""
    kept = [corners[0]]
    for corner in corners[1:]:
        if corner != kept[-1]:
            kept.append(corner)
    return kept if len(kept) > 1 else [kept[0], kept[0]]


def _layout(graph: Graph, centres: list[tuple[float, float]], routes: tuple[Route, ...]) -> Layout:
    points = tuple(_point(graph, spot) for spot in centres)
    right = max(c.x + s.width / 2 for c, s in zip(points, graph.boxes, strict=True))
    bottom = max(c.y + s.height / 2 for c, s in zip(points, graph.boxes, strict=True))
    return Layout(right, bottom, points, routes, NAME)


def _straight(graph: Graph, pieces: list[Piece], ties: list[Tie], cancelled: Cancelled) -> Layout:
    """Place boxes by the ties that matter for their ranks and draw all links as lines."""
    bare = [replace(tie, label=None) for tie in ties]
    net = layers.build(pieces, bare, 1, bent=False)
    middle = _placed(net, graph, cancelled)
    columns = channels.columns(net, [3] * net.depth, graph.rank_gap)
    centres = [(columns.centre(net.rank[box]), middle[box]) for box in range(len(pieces))]
    routes = tuple(_line(graph, centres, link) for link in graph.links)
    remark = _("The map is very dense: arrows are drawn straight, without their words.")
    return replace(_layout(graph, centres, routes), remarks=(remark,))


def _line(graph: Graph, centres: list[tuple[float, float]], link: Link) -> Route:
    tail, head = (_point(graph, centres[box]) for box in (link.tail, link.head))
    if link.tail == link.head:
        return _small_loop(tail, graph.boxes[link.tail])
    tip = _rim(head, graph.boxes[link.head], tail)
    start = _rim(tail, graph.boxes[link.tail], head)
    end = curves.towards(tip, start, min(LENGTH, math.dist((tip.x, tip.y), (start.x, start.y)) / 2))
    return Route(curves.straight([start, end]), tip)


def _rim(centre: Point, size: Size, other: Point) -> Point:
    """Return where the line from the centre of a box to another point leaves the box."""
    dx, dy = other.x - centre.x, other.y - centre.y
    share = min(
        size.width / 2 / abs(dx) if dx else math.inf,
        size.height / 2 / abs(dy) if dy else math.inf,
        1.0,
    )
    return Point(centre.x + dx * share, centre.y + dy * share)


def _small_loop(centre: Point, size: Size) -> Route:
    right = centre.x + size.width / 2
    up, down = centre.y - size.height / 4, centre.y + size.height / 4
    out = right + 2 * LENGTH
    corners = [Point(right, up), Point(out, up), Point(out, down), Point(right + LENGTH, down)]
    return Route(curves.rounded(corners, _BEND), Point(right, down))
