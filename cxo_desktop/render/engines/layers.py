"""Boxes in ranks and lanes, long links as chains of bends, ordered so that few links cross."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from cxo_desktop.render.engines.ranks import Span, backward, ranks

_SWEEPS = 8
_BEND = 6.0
_ALONGSIDE = 1.0
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A box to be placed: its extent along the flow and across it, and its lane.

    Its line, where links meet it, lies in its middle or ``lead`` behind its edge.
    """

    along: float
    across: float
    lane: int = 0
    lead: float | None = None

    @property
    def ahead(self) -> float:
        """How far the piece reaches before its line."""
        return self.across / 2 if self.lead is None else self.lead

    @property
    def behind(self) -> float:
        """How far the piece reaches after its line."""
        return self.across - self.ahead


@dataclass(frozen=True, slots=True)
class Tie:
    """A link to be routed; its label, if any, takes room like a box."""

    tail: int
    head: int
    label: Piece | None = None


@dataclass(slots=True)
class Layers:
    """The layered graph: pieces first, then the labels and bends of the links.

    ``chains[i]`` are the knots of tie i from lower to higher rank, () for a tie from a box to
    itself; ``flipped`` ties run against the flow. ``cells`` holds the knots of (rank, lane) in
    their order across.
    """

    pieces: list[Piece]
    rank: list[int]
    boxes: int
    lanes: int
    chains: list[tuple[int, ...]] = field(default_factory=list)
    flipped: frozenset[int] = frozenset()
    labels: dict[int, int] = field(default_factory=dict)
    before: list[list[int]] = field(default_factory=list)
    after: list[list[int]] = field(default_factory=list)
    cells: dict[Cell, list[int]] = field(default_factory=dict)

    @property
    def depth(self) -> int:
        """How many ranks there are."""
        return max(self.rank, default=-1) + 1

    def add(self, piece: Piece, rank: int) -> int:
        """Add a knot and return its number."""
        self.pieces.append(piece)
        self.rank.append(rank)
        return len(self.rank) - 1


def build(
    pieces: Sequence[Piece],
    ties: Sequence[Tie],
    lanes: int,
    given: Sequence[int] = (),
    *,
    bent: bool = True,
) -> Layers:
    """Return the layered graph; ``given`` orders boxes in their cells at first (default: index).

    Without ``bent`` long ties get no knots between their ends.
    """
    pairs = [(tie.tail, tie.head) for tie in ties]
    flipped = backward(len(pieces), pairs)
    spans = {
        index: _span(tie, turned=index in flipped)
        for index, tie in enumerate(ties)
        if tie.tail != tie.head
    }
    layers = Layers(list(pieces), ranks(len(pieces), list(spans.values())), len(pieces), lanes)
    layers.flipped = flipped
    for index, tie in enumerate(ties):
        if index not in spans:
            layers.chains.append(())
        elif bent:
            layers.chains.append(_chain(layers, index, tie, spans[index]))
        else:
            layers.chains.append((spans[index].low, spans[index].high))
    _join(layers)
    _fill(layers, given)
    return layers


def _span(tie: Tie, *, turned: bool) -> Span:
    least = 2 if tie.label else 1
    return Span(tie.head, tie.tail, least) if turned else Span(tie.tail, tie.head, least)


def bends(pieces: int, ties: Sequence[Tie]) -> int:
    """Return how many knots the long ties would take, to know beforehand if it is too many."""
    pairs = [(tie.tail, tie.head) for tie in ties]
    flipped = backward(pieces, pairs)
    spans = [
        _span(tie, turned=index in flipped)
        for index, tie in enumerate(ties)
        if tie.tail != tie.head
    ]
    rank = ranks(pieces, spans)
    return sum(rank[span.high] - rank[span.low] - 1 for span in spans)


def _chain(layers: Layers, index: int, tie: Tie, span: Span) -> tuple[int, ...]:
    """Add the knots between the ends of a tie: the label in the middle, bends elsewhere."""
    first, last = layers.rank[span.low], layers.rank[span.high]
    middle = (first + last) // 2
    knots = [span.low]
    for rank in range(first + 1, last):
        end = span.low if rank <= middle else span.high
        lane = layers.pieces[end].lane
        if tie.label is not None and rank == middle:
            layers.labels[index] = layers.add(
                Piece(tie.label.along, tie.label.across, lane, _ALONGSIDE), rank
            )
            knots.append(layers.labels[index])
        else:
            knots.append(layers.add(Piece(0, _BEND, lane), rank))
    return (*knots, span.high)


def _join(layers: Layers) -> None:
    layers.before = [[] for _ in layers.rank]
    layers.after = [[] for _ in layers.rank]
    for chain in layers.chains:
        for low, high in pairwise(chain):
            layers.after[low].append(high)
            layers.before[high].append(low)


def _fill(layers: Layers, given: Sequence[int]) -> None:
    seat = {box: place for place, box in enumerate(given or range(layers.boxes))}
    for knot in sorted(
        range(len(layers.rank)), key=lambda knot: seat.get(knot, layers.boxes + knot)
    ):
        layers.cells.setdefault((layers.rank[knot], layers.pieces[knot].lane), []).append(knot)


def order(layers: Layers, cancelled: Callable[[], bool]) -> None:
    """Order the knots of each cell by the mean place of their neighbours; keep the best sweep."""
    place = _places(layers)
    best, fewest = _copy(layers.cells), crossings(layers, place)
    for sweep in range(_SWEEPS):
        if cancelled() or fewest == 0:
            break
        down = sweep % 2 == 0
        neighbours = layers.before if down else layers.after
        for rank in range(layers.depth) if down else reversed(range(layers.depth)):
            _sort_rank(layers, rank, neighbours, place)
        found = crossings(layers, place)
        if found < fewest:
            best, fewest = _copy(layers.cells), found
    layers.cells = best


def _copy(cells: dict[Cell, list[int]]) -> dict[Cell, list[int]]:
    return {cell: knots[:] for cell, knots in cells.items()}


def _places(layers: Layers) -> list[float]:
    """Return a first place across for every knot: lanes apart, even inside a lane."""
    place = [0.0] * len(layers.rank)
    for (_, lane), knots in layers.cells.items():
        _seat(knots, lane, place)
    return place


def _seat(knots: list[int], lane: int, place: list[float]) -> None:
    for seat, knot in enumerate(knots, 1):
        place[knot] = lane + seat / (len(knots) + 1)


def _sort_rank(layers: Layers, rank: int, neighbours: list[list[int]], place: list[float]) -> None:
    for lane in range(layers.lanes):
        knots = layers.cells.get((rank, lane), [])
        if len(knots) <= 1:
            continue
        mean = {
            knot: sum(place[other] for other in neighbours[knot]) / len(neighbours[knot])
            if neighbours[knot]
            else place[knot]
            for knot in knots
        }
        knots.sort(key=lambda knot: (mean[knot], place[knot]))
        _seat(knots, lane, place)


def crossings(layers: Layers, place: list[float]) -> int:
    """Return how often links cross between neighbouring ranks."""
    return sum(_crossed(ends) for ends in _gaps(layers, place))


def _gaps(layers: Layers, place: list[float]) -> Iterator[list[tuple[float, float]]]:
    gaps: list[list[tuple[float, float]]] = [[] for _ in range(layers.depth)]
    for low, highs in enumerate(layers.after):
        gaps[layers.rank[low]].extend((place[low], place[high]) for high in highs)
    yield from gaps


def _crossed(ends: list[tuple[float, float]]) -> int:
    seen: list[float] = []
    count = 0
    for _, end in sorted(ends):
        count += len(seen) - bisect_right(seen, end)
        insort(seen, end)
    return count
