"""Where knots stand across the flow: in order, in their lanes, close to what they are tied to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from cxo_desktop.render.engines.layers import Layers

_PASSES = 24
_STRAIGHT = 8.0
_LOWEST = 40.0


class Bands(NamedTuple):
    """Where the lanes lie across: lane i from ``edges[i]`` to ``edges[i + 1]``."""

    edges: tuple[float, ...]


def place(
    layers: Layers,
    gap: float,
    pad: float,
    cancelled: Callable[[], bool],
    least: Sequence[float] = (),
) -> tuple[list[float], Bands]:
    """Return where the line of every knot lies across the flow, and the lanes.

    Neighbours in a cell stand at least ``gap`` apart, and ``pad`` from the edge of their lane.
    Lanes are at least as high as ``least`` tells, from the top.
    """
    bands = _bands(layers, gap, pad, least)
    middle = [0.0] * len(layers.rank)
    for (_, lane), knots in layers.cells.items():
        _settle(layers, knots, (bands.edges[lane], bands.edges[lane + 1]), gap, middle, None)
    for turn in range(_PASSES):
        if cancelled():
            break
        _pull(layers, bands, gap, middle, turn)
    _straighten(layers, bands, gap, middle)
    return middle, bands


def _bands(layers: Layers, gap: float, pad: float, least: Sequence[float]) -> Bands:
    height = [*least, *[0.0] * (layers.lanes - len(least))]
    for (_, lane), knots in layers.cells.items():
        height[lane] = max(height[lane], _stack(layers, knots, gap) + 2 * pad)
    edges = [0.0]
    for tall in height:
        edges.append(edges[-1] + max(tall, _LOWEST))
    return Bands(tuple(edges))


def _stack(layers: Layers, knots: Sequence[int], gap: float) -> float:
    return sum(layers.pieces[knot].across for knot in knots) + gap * (len(knots) - 1)


def _pull(layers: Layers, bands: Bands, gap: float, middle: list[float], turn: int) -> None:
    """Move every knot towards its neighbours on one side, the last time on both."""
    sides = (layers.before, layers.after)
    both = turn >= _PASSES - 10
    forward = turn % 2 == 0
    by_rank = sorted(layers.cells, reverse=not forward)
    for cell in by_rank:
        knots = layers.cells[cell]
        wishes = []
        for knot in knots:
            tied = sides[0][knot] + sides[1][knot] if both else sides[0 if forward else 1][knot]
            wishes.append(_wish(layers, knot, tied, middle))
        frame = (bands.edges[cell[1]], bands.edges[cell[1] + 1])
        _settle(layers, knots, frame, gap, middle, wishes)


def _wish(layers: Layers, knot: int, tied: list[int], middle: list[float]) -> tuple[float, float]:
    """Return where a knot wants to be and how much; bends want to be straight most of all."""
    if not tied:
        return middle[knot], 0.1
    weights = [_STRAIGHT if min(knot, other) >= layers.boxes else 1.0 for other in tied]
    whole = sum(weights)
    mean = sum(w * middle[other] for w, other in zip(weights, tied, strict=True)) / whole
    return mean, whole


def _straighten(layers: Layers, bands: Bands, gap: float, middle: list[float]) -> None:
    """Put each knot in line with the nearest that it follows, where its neighbours leave room.

    Pulling leaves long links in flat stairs; this makes one step of them.
    """
    for (_, lane), knots in sorted(layers.cells.items()):
        for seat, knot in enumerate(knots):
            tied = [middle[other] for other in layers.before[knot] or layers.after[knot]]
            if not tied:
                continue
            wish = min((abs(at - middle[knot]), at) for at in tied)[1]
            piece = layers.pieces[knot]
            low, high = bands.edges[lane] + gap / 2, bands.edges[lane + 1] - gap / 2
            if seat:
                previous = knots[seat - 1]
                low = middle[previous] + layers.pieces[previous].behind + gap
            if seat + 1 < len(knots):
                following = knots[seat + 1]
                high = middle[following] - layers.pieces[following].ahead - gap
            if low + piece.ahead <= wish <= high - piece.behind:
                middle[knot] = wish


def _settle(  # noqa: PLR0913, PLR0917 - a cell, its frame and its wishes
    layers: Layers,
    knots: Sequence[int],
    frame: tuple[float, float],
    gap: float,
    middle: list[float],
    wishes: Sequence[tuple[float, float]] | None,
) -> None:
    """Give the knots of one cell the places nearest to their wishes that keep order and gaps.

    Bounded isotonic regression by pooling neighbours that are in each other's way.
    """
    offsets = [layers.pieces[knots[0]].ahead]
    for one, other in pairwise(knots):
        reach = layers.pieces[one].behind + layers.pieces[other].ahead
        offsets.append(offsets[-1] + reach + gap)
    last = offsets[-1] + layers.pieces[knots[-1]].behind
    slack = frame[1] - frame[0] - last
    if wishes is None:
        wishes = [(frame[0] + slack / 2 + offset, 1.0) for offset in offsets]
    free = rising([(wish - off, w) for (wish, w), off in zip(wishes, offsets, strict=True)])
    edge = min(slack / 2, gap / 2)
    low, high = frame[0] + edge, frame[1] - edge - last
    for knot, spot, offset in zip(knots, free, offsets, strict=True):
        middle[knot] = min(max(spot, low), high) + offset


def rising(wishes: Sequence[tuple[float, float]]) -> list[float]:
    """Return the rising values nearest to the wishes (value, weight) in weighted squares."""
    pools: list[tuple[float, float, int]] = []
    for value, weight in wishes:
        pool = (value, weight, 1)
        while pools and pools[-1][0] > pool[0]:
            before = pools.pop()
            whole = before[1] + pool[1]
            mean = (before[0] * before[1] + pool[0] * pool[1]) / whole
            pool = (mean, whole, before[2] + pool[2])
        pools.append(pool)
    return [value for value, _, count in pools for _ in range(count)]
