"""What stops when somebody or something is missing: people, skills and tools together.

A place works while each of its needs has at least one resource left: AND over needs, OR within
one. An outcome is reached while working places lead to it from some source.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

MOST_ABSENT = 3
_UNLIMITED = 10**9


class ResourceKind(StrEnum):
    """What may be missing."""

    PERSON = "person"
    POST = "post"
    TOOL = "tool"


class Resource(NamedTuple):
    """Somebody or something that may be missing; a post is a person without a code."""

    kind: ResourceKind
    code: str


Need = frozenset[Resource]
Absent = frozenset[Resource]
NOBODY: Absent = frozenset()


@dataclass(frozen=True, slots=True)
class Network:
    """Places, the ways between them, and what each place needs.

    ``needs`` gives, by place, sets of resources of which one is enough each; a need without any
    resource is never met.
    """

    ways: Mapping[str, tuple[str, ...]]
    needs: Mapping[str, tuple[Need, ...]]
    sources: tuple[str, ...]
    outcomes: tuple[str, ...]

    def resources(self) -> tuple[Resource, ...]:
        """Return everything that some place needs, in order."""
        return tuple(sorted({it for needs in self.needs.values() for need in needs for it in need}))


@dataclass(frozen=True, slots=True)
class SinglePoint:
    """A resource whose absence alone stops outcomes that are reached today."""

    resource: Resource
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Absence:
    """The smallest set of absences that stops an outcome.

    ``exact`` is False when it is larger than what was searched through: then it stops the
    outcome, but a smaller set of more than three may exist.
    """

    outcome: str
    resources: tuple[Resource, ...]
    exact: bool


@dataclass(slots=True)
class _Search:
    """The best set found so far while branching."""

    found: Absent | None = None
    tried: set[Absent] = field(default_factory=set)


def works(network: Network, place: str, absent: Absent) -> bool:
    """Tell whether every need of a place is still met."""
    return all(not need <= absent for need in network.needs.get(place, ()))


def reached(network: Network, absent: Absent = NOBODY) -> frozenset[str]:
    """Return the outcomes that are still reached."""
    there: set[str] = set()
    waiting = deque(it for it in network.sources if works(network, it, absent))
    while waiting:
        place = waiting.popleft()
        if place in there:
            continue
        there.add(place)
        for onward in network.ways.get(place, ()):
            if onward not in there and works(network, onward, absent):
                waiting.append(onward)
    return frozenset(it for it in network.outcomes if it in there)


def single_points(network: Network) -> tuple[SinglePoint, ...]:
    """Return the resources whose absence alone stops something, the worst first.

    Only what is all of some need can stop a place alone, so nothing else is tried.
    """
    today = reached(network)
    alone = {
        it for needs in network.needs.values() for need in needs if len(need) == 1 for it in need
    }
    found = []
    for resource in sorted(alone):
        lost = today - reached(network, frozenset({resource}))
        if lost:
            found.append(SinglePoint(resource, tuple(sorted(lost))))
    return tuple(sorted(found, key=lambda it: (-len(it.lost), it.resource)))


def smallest_absence(network: Network, outcome: str) -> Absence | None:
    """Return the smallest set of absences that stops an outcome; None if nothing can.

    Exact up to three. Beyond, a minimum vertex cut in which stopping a place costs its smallest
    need. An outcome that is not reached today needs no absence: the set is empty.
    """
    for size in range(MOST_ABSENT + 1):
        search = _Search()
        _branch(network, outcome, NOBODY, size, search)
        if search.found is not None:
            return Absence(outcome, tuple(sorted(search.found)), exact=True)
    cut = _vertex_cut(network, outcome)
    return None if cut is None else Absence(outcome, tuple(sorted(cut)), exact=False)


def _branch(network: Network, outcome: str, absent: Absent, left: int, search: _Search) -> None:
    """Try, for some way that still works, each place on it and each need of that place."""
    if search.found is not None or absent in search.tried:
        return
    search.tried.add(absent)
    way = _way(network, outcome, absent)
    if way is None:
        search.found = absent
        return
    needs = sorted(
        {need - absent for place in way for need in network.needs.get(place, ())}, key=sorted
    )
    for missing in needs:
        if len(missing) <= left:
            _branch(network, outcome, absent | missing, left - len(missing), search)


def _way(network: Network, outcome: str, absent: Absent) -> list[str] | None:
    """Return a shortest way that works from a source to the outcome, or None."""
    before: dict[str, str | None] = {
        it: None for it in network.sources if works(network, it, absent)
    }
    waiting = deque(before)
    while waiting:
        place = waiting.popleft()
        if place == outcome:
            return list(_back(before, place))
        for onward in network.ways.get(place, ()):
            if onward not in before and works(network, onward, absent):
                before[onward] = place
                waiting.append(onward)
    return None


def _back(before: Mapping[str, str | None], place: str | None) -> Iterator[str]:
    while place is not None:
        yield place
        place = before[place]


def _vertex_cut(network: Network, outcome: str) -> Absent | None:
    """Return the resources of a minimum vertex cut between the sources and the outcome."""
    import networkx as nx

    graph: nx.DiGraph[tuple[str, str]] = nx.DiGraph()
    for place in {*network.ways, *(it for ways in network.ways.values() for it in ways), outcome}:
        least = min((len(need) for need in network.needs.get(place, ())), default=_UNLIMITED)
        graph.add_edge(("in", place), ("out", place), capacity=least)
        for onward in network.ways.get(place, ()):
            graph.add_edge(("out", place), ("in", onward), capacity=_UNLIMITED)
    for source in network.sources:
        graph.add_edge(("start", ""), ("in", source), capacity=_UNLIMITED)
    cost, (near, _) = nx.minimum_cut(graph, ("start", ""), ("out", outcome))
    if cost >= _UNLIMITED:
        return None
    cut = (place for kind, place in near if kind == "in" and ("out", place) not in near)
    return frozenset(it for place in cut for it in _smallest(network.needs[place]))


def _smallest(needs: Sequence[Need]) -> Need:
    return min(needs, key=lambda need: (len(need), sorted(need)))


def ways_of(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Return the onward places by place, in order, of pairs of places."""
    onward: dict[str, set[str]] = {}
    for start, end in pairs:
        onward.setdefault(start, set()).add(end)
    return {start: tuple(sorted(ends)) for start, ends in sorted(onward.items())}
