"""Route links through the free channels between ranks: never through a box, each on its track."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from cxo_desktop.render.engines.layers import Layers, Tie
from cxo_desktop.render.engines.placing import rising

TRACK = 9.0
_NEAR = 4.0
_PORT = 11.0
_EDGE = 6.0
_STRAIGHT = 0.5
_AHEAD = 1000.0  # a straight way counts more than even distances
Spot = tuple[float, float]
Key = tuple[int, int]


class Jog(NamedTuple):
    """One step of a link in the channel after ``rank``: across from ``start`` to ``end``.

    A loop comes back to the rank it left, so both of its ends lie on the near side.
    """

    rank: int
    start: float
    end: float
    loop: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Where ranks begin along the flow, how broad they are, and where their channels begin."""

    starts: tuple[float, ...]
    widths: tuple[float, ...]
    gap: float
    length: float

    def centre(self, rank: int) -> float:
        """Return the middle of a rank along the flow."""
        return self.starts[rank] + self.widths[rank] / 2

    def track(self, rank: int, number: int) -> float:
        """Return where a track of the channel after a rank lies."""
        return self.starts[rank] + self.widths[rank] + self.gap / 2 + number * TRACK


class Routed(NamedTuple):
    """The way of each tie as (along, across) corners from tail to head, and the columns."""

    ways: tuple[tuple[Spot, ...], ...]
    columns: Columns


def route(layers: Layers, ties: Sequence[Tie], middle: Sequence[float], gap: float) -> Routed:
    """Return corners for every tie; ``middle`` is where the line of each knot lies across.

    Channels between ranks are ``gap`` wide and as much wider as their tracks need. No two ties
    share a track where they would lie on each other.
    """
    ports = _ports(layers, ties, middle)
    jogs: dict[Key, Jog] = {}
    ranks: list[dict[Key, Jog]] = [{} for _ in range(layers.depth)]
    for tie, chain in enumerate(layers.chains):
        for step, jog in enumerate(_jogs(layers, ties[tie].tail, chain, ports[tie])):
            jogs[tie, step] = ranks[jog.rank][tie, step] = jog
    channels = [Channel(here) for here in ranks]
    place = columns(layers, [channel.assign() for channel in channels], gap)
    tracks = {key: track for channel in channels for key, track in channel.tracks.items()}
    ways = []
    for tie, chain in enumerate(layers.chains):
        knots = chain or (ties[tie].tail,)
        steps = [(jogs[tie, step], tracks.get((tie, step))) for step in range(len(ports[tie]) // 2)]
        way = _way(layers, knots, ports[tie], steps, place)
        ways.append(tuple(reversed(way) if tie in layers.flipped else way))
    return Routed(tuple(ways), place)


def _ports(layers: Layers, ties: Sequence[Tie], middle: Sequence[float]) -> list[list[float]]:
    """Return where each tie leaves and enters its knots across the flow, two for each step.

    Ties at one side of a box are spread over it in the order of where they go.
    """
    sides: dict[tuple[int, bool], list[tuple[float, int, int]]] = {}
    ports: list[list[float]] = []
    for tie, chain in enumerate(layers.chains):
        knots = chain or (ties[tie].tail, ties[tie].tail)
        ports.append([0.0] * (2 * (len(knots) - 1)))
        for step, (low, high) in enumerate(pairwise(knots)):
            far = low != high
            sides.setdefault((low, True), []).append((middle[high], tie, 2 * step))
            sides.setdefault((high, not far), []).append((middle[low], tie, 2 * step + 1))
    for (knot, _), ends in sides.items():
        ends.sort()
        across = layers.pieces[knot].across if knot < layers.boxes else 0.0
        spots = _spread(middle[knot], across, [target for target, *_ in ends])
        for spot, (_, tie, end) in zip(spots, ends, strict=True):
            ports[tie][end] = spot
    return ports


def _spread(middle: float, across: float, targets: Sequence[float]) -> list[float]:
    """Return ports on one side of a knot: straight ahead where that is possible, else apart."""
    room = across - 2 * _EDGE
    if room <= 0:
        return [middle] * len(targets)
    apart = min(_PORT, room / max(1, len(targets) - 1))
    first = middle - apart * (len(targets) - 1) / 2
    wishes: list[tuple[float, float]] = []
    for place, target in enumerate(targets):
        ahead = abs(target - middle) <= room / 2
        spot = target if ahead else first + place * apart
        wishes.append((spot - place * apart, _AHEAD if ahead else 1.0))
    low, high = middle - room / 2, middle + room / 2 - apart * (len(targets) - 1)
    return [
        min(max(spot, low), max(low, high)) + place * apart
        for place, spot in enumerate(rising(wishes))
    ]


def _jogs(layers: Layers, box: int, chain: tuple[int, ...], ports: Sequence[float]) -> list[Jog]:
    if not chain:
        return [Jog(layers.rank[box], ports[0], ports[1], loop=True)]
    return [
        Jog(layers.rank[low], ports[2 * step], ports[2 * step + 1])
        for step, low in enumerate(chain[:-1])
    ]


def columns(layers: Layers, counts: Sequence[int], gap: float) -> Columns:
    """Return the columns of the ranks, with room for so many tracks after each of them."""
    widths = [0.0] * layers.depth
    for piece, rank in zip(layers.pieces, layers.rank, strict=True):
        widths[rank] = max(widths[rank], piece.along)
    starts = [0.0]
    for width, count in zip(widths, counts, strict=True):
        starts.append(starts[-1] + width + gap + TRACK * max(0, count - 1))
    length = starts[-1] - (0 if counts and counts[-1] else gap)
    return Columns(tuple(starts[:-1]), tuple(widths), gap, length)


def _way(
    layers: Layers,
    knots: Sequence[int],
    ports: Sequence[float],
    steps: Sequence[tuple[Jog, int | None]],
    place: Columns,
) -> list[Spot]:
    """Return the corners of one tie from its lower to its higher rank."""
    way: list[Spot] = [(_side(layers, knots[0], place, 1), ports[0])]
    for step, (jog, number) in enumerate(steps, 1):
        if number is not None:
            at = place.track(jog.rank, number)
            way += [(at, jog.start), (at, jog.end)]
        elif step < len(steps) and jog.start != jog.end:
            way.append((_side(layers, knots[step], place, -1), jog.end))
    back = 1 if steps[-1][0].loop else -1
    way.append((_side(layers, knots[-1], place, back), ports[-1]))
    return way


def _side(layers: Layers, knot: int, place: Columns, side: int) -> float:
    """Return the far (1) or near (-1) side of a knot along the flow."""
    return place.centre(layers.rank[knot]) + side * layers.pieces[knot].along / 2


class Channel:
    """The jogs of one channel and the tracks that they are given.

    Where one jog leaves at the height at which another arrives, it must turn first, else the two
    would lie on each other. Downward jogs turn the later the higher they start, upward ones the
    later the lower, which spares crossings.
    """

    def __init__(self, jogs: Mapping[Key, Jog]) -> None:
        self.jogs = {key: jog for key, jog in jogs.items() if abs(jog.start - jog.end) > _STRAIGHT}
        self.tracks: dict[Key, int] = {}
        self._used: list[list[tuple[float, float]]] = []
        self._before = self._constraints()

    def assign(self) -> int:
        """Give every jog a track; return how many tracks there are."""
        after: dict[Key, list[Key]] = {key: [] for key in self.jogs}
        waiting = {key: len(keys) for key, keys in self._before.items()}
        for key, keys in self._before.items():
            for other in keys:
                after[other].append(key)
        # All jogs in their best order stand ready for when a circle of constraints must break.
        rest = sorted(self.jogs, key=self._order, reverse=True)
        ready = [(self._order(key), key) for key in rest if not waiting[key]]
        heapq.heapify(ready)
        while ready or rest:
            key = heapq.heappop(ready)[1] if ready else rest.pop()
            if key in self.tracks:
                continue
            self.tracks[key] = self._free(key)
            for other in after[key]:
                waiting[other] -= 1
                if waiting[other] == 0:
                    heapq.heappush(ready, (self._order(other), other))
        return len(self._used)

    def _constraints(self) -> dict[Key, list[Key]]:
        """Return for each jog those that must turn before it."""
        leaving = sorted(
            (height, key)
            for key, jog in self.jogs.items()
            for height in ((jog.start, jog.end) if jog.loop else (jog.start,))
        )
        before: dict[Key, list[Key]] = {key: [] for key in self.jogs}
        for key, jog in self.jogs.items():
            if jog.loop:
                continue
            first = bisect_left(leaving, (jog.end - _NEAR,))
            for height, other in leaving[first:]:
                if height > jog.end + _NEAR:
                    break
                if other != key:
                    before[key].append(other)
        return before

    def _order(self, key: Key) -> tuple[bool, float, Key]:
        jog = self.jogs[key]
        down = jog.start < jog.end
        return (down, -jog.start if down else jog.start, key)

    def _free(self, key: Key) -> int:
        """Return the first track behind all that this jog must follow or would touch."""
        jog = self.jogs[key]
        low, high = sorted((jog.start, jog.end))
        number = max((self.tracks[k] + 1 for k in self._before[key] if k in self.tracks), default=0)
        for track, spans in enumerate(self._used):
            if any(low < end + _NEAR and start < high + _NEAR for start, end in spans):
                number = max(number, track + 1)
        while len(self._used) <= number:
            self._used.append([])
        self._used[number].append((low, high))
        return number
