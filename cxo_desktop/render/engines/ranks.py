"""Which box stands before which: break cycles, then give every box the rank of its longest way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A link that runs forward: from one box to a later one, at least ``least`` ranks on."""

    low: int
    high: int
    least: int = 1


def backward(count: int, pairs: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return the indices of the pairs that close a cycle, found from boxes nothing leads to.

    Turning these pairs round leaves no cycle. Pairs from a box to itself are not among them.
    """
    leaving: list[list[int]] = [[] for _ in range(count)]
    entered = [0] * count
    for index, (tail, head) in enumerate(pairs):
        if tail != head:
            leaving[tail].append(index)
            entered[head] += 1
    found: set[int] = set()
    state = [0] * count  # 0 not seen, 1 on the way, 2 done
    for root in sorted(range(count), key=lambda box: (entered[box] > 0, box)):
        if state[root] == 0:
            found |= _descend(root, leaving, pairs, state)
    return frozenset(found)


def _descend(
    root: int, leaving: list[list[int]], pairs: Sequence[tuple[int, int]], state: list[int]
) -> set[int]:
    """Walk in depth from a box, without recursion; return the pairs that lead back up."""
    found: set[int] = set()
    state[root] = 1
    trail = [(root, iter(leaving[root]))]
    while trail:
        box, ways = trail[-1]
        index = next(ways, None)
        if index is None:
            state[box] = 2
            trail.pop()
            continue
        head = pairs[index][1]
        if state[head] == 1:
            found.add(index)
        elif state[head] == 0:
            state[head] = 1
            trail.append((head, iter(leaving[head])))
    return found


def ranks(count: int, spans: Sequence[Span]) -> list[int]:
    """Return the rank of each box, from 0; a box nothing leads to stands just before its first.

    ``spans`` have no cycle.
    """
    after: list[list[Span]] = [[] for _ in range(count)]
    waiting = [0] * count
    for span in spans:
        after[span.low].append(span)
        waiting[span.high] += 1
    sources = [box for box in range(count) if waiting[box] == 0]
    rank = [0] * count
    ready = sources[:]
    for box in ready:
        for span in after[box]:
            rank[span.high] = max(rank[span.high], rank[box] + span.least)
            waiting[span.high] -= 1
            if waiting[span.high] == 0:
                ready.append(span.high)
    for box in sources:
        rank[box] = min((rank[s.high] - s.least for s in after[box]), default=rank[box])
    return rank
