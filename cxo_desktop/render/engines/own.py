"""Our own layered layout: not the prettiest, but it needs nothing and always ends."""

from __future__ import annotations

from dataclasses import replace

from cxo_desktop.domain import errors
from cxo_desktop.domain.drawing import Orientation, Point
from cxo_desktop.render import curves
from cxo_desktop.render.engines import channels, layers, placing, straight
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
    spots = [_point(graph, spot) for spot in centres]
    routes = straight.routes(graph.boxes, spots, graph.links)
    return replace(_layout(graph, centres, routes), remarks=(straight.remark(),))
