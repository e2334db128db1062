"""The slowest way through a chain: flow by flow, with the waits that a path adds up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cxo_desktop.analysis.figures import Remark, amount, stated
from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.enums import WaitModel
from cxo_desktop.domain.records import Number

MOST_PATHS = 5000
MOST_MOVES = 200_000
_SCHEDULED = frozenset({WaitModel.SCHEDULED, WaitModel.SCHEDULED_ALIGNED})
_EXACT = 9
Path = tuple[DataFlow, ...]


@dataclass(frozen=True, slots=True)
class Leg:
    """The hours that one flow adds to a path: waiting for its turn, then being handled."""

    flow: str
    wait_typical: Number
    wait_worst: Number
    handling_typical: Number
    handling_worst: Number

    @property
    def typical_hours(self) -> Number:
        """Return the hours that the flow usually takes."""
        return self.wait_typical + self.handling_typical

    @property
    def worst_hours(self) -> Number:
        """Return the hours that the flow takes on a bad day."""
        return self.wait_worst + self.handling_worst


@dataclass(frozen=True, slots=True)
class SlowestPath:
    """The slowest path; empty when no decision can be reached. ``remarks`` say what was cut."""

    flows: Path
    legs: tuple[Leg, ...]
    remarks: tuple[Remark, ...]


def leg(flow: DataFlow, last_period: Number = 0) -> Leg:
    """Return the hours of one flow after a wait for ``last_period`` earlier on the path.

    An arrival at any time waits half a period, at worst a whole one. An aligned run waits only
    for what the last scheduled run before it has not already waited.
    """
    typical, worst = _handling(flow)
    period = amount(flow.period_hours)
    if flow.wait_model not in _SCHEDULED:
        return Leg(flow.code, 0, 0, typical, worst)
    waited = last_period if flow.wait_model is WaitModel.SCHEDULED_ALIGNED else 0
    wait_typical, wait_worst = max(0, period / 2 - waited / 2), max(0, period - waited)
    return Leg(flow.code, wait_typical, wait_worst, typical, worst)


def _handling(flow: DataFlow) -> tuple[Number, Number]:
    """Return typical and worst handling hours; the range told stands in for what was not."""
    least, most = stated(flow.min_hours), stated(flow.max_hours)
    typical, worst = stated(flow.handling_typical_hours), stated(flow.handling_worst_hours)
    if typical is None and least is not None and most is not None:
        typical = (least + most) / 2
    if worst is None:
        worst = typical if most is None else most
    return amount(typical), amount(worst)


def next_period(flow: DataFlow, last_period: Number) -> Number:
    """Return the period of the latest scheduled flow once this one has been passed."""
    return amount(flow.period_hours) if flow.wait_model in _SCHEDULED else last_period


def legs(path: Iterable[DataFlow]) -> tuple[Leg, ...]:
    """Return the hours of each flow of a path, in its order."""
    last: Number = 0
    taken = []
    for flow in path:
        taken.append(leg(flow, last))
        last = next_period(flow, last)
    return tuple(taken)


def slowest_path(
    flows: Sequence[DataFlow], sources: Sequence[str], decisions: Sequence[str]
) -> SlowestPath:
    """Return the simple path from a source to a decision with the most typical hours.

    Exact without cycles. With cycles, simple paths are tried one by one up to a limit, and the
    remarks say so. Ties go to the codes that come first.
    """
    import networkx as nx

    graph = _between(flows, sources, decisions)
    if graph.number_of_edges() == 0:
        return SlowestPath((), (), (Remark.NO_PATH,))
    if nx.is_directed_acyclic_graph(graph):
        found = _on_dag(graph, sources, decisions)
        return SlowestPath(found, legs(found), ())
    found, capped = _on_cycles(graph, sources, decisions)
    told = ((True, Remark.CYCLE), (capped, Remark.CAPPED), (not found, Remark.NO_PATH))
    return SlowestPath(found, legs(found), tuple(remark for so, remark in told if so))


def _between(flows: Sequence[DataFlow], sources: Sequence[str], decisions: Sequence[str]) -> Any:
    """Return the multigraph of the flows that lie on some way from a source to a decision."""
    import networkx as nx

    graph: Any = nx.MultiDiGraph()
    for number, flow in enumerate(sorted(flows, key=_order)):
        if flow.source != flow.target:
            graph.add_edge(flow.source, flow.target, key=number, flow=flow)
    ahead = _reach(graph, sources)
    behind = _reach(graph.reverse(copy=False), decisions)
    return graph.subgraph(ahead & behind).copy()


def _order(flow: DataFlow) -> tuple[str, str, str]:
    return flow.source, flow.target, flow.code


def _reach(graph: Any, starts: Sequence[str]) -> set[str]:
    import networkx as nx

    known = [start for start in starts if start in graph]
    return set(known).union(*(nx.descendants(graph, start) for start in known))


def _rank(path: Path) -> tuple[float, list[tuple[str, str]]]:
    """Return what the best path is smallest in: slow first, then the codes along it."""
    return _ranked(path, sum(it.typical_hours for it in legs(path)))


def _ranked(path: Path, hours: Number) -> tuple[float, list[tuple[str, str]]]:
    return -round(hours, _EXACT), [(flow.target, flow.code) for flow in path]


def _on_dag(graph: Any, sources: Sequence[str], decisions: Sequence[str]) -> Path:
    """Return the slowest path by the best way into each state of (node, last period)."""
    import networkx as nx

    best: dict[str, dict[Number, tuple[Number, Path]]] = {node: {} for node in graph}
    for source in sources:
        if source in best:
            best[source][0] = (0, ())
    for node in nx.topological_sort(graph):
        for _, target, flow in graph.out_edges(node, data="flow"):
            for last, (hours, path) in best[node].items():
                later = hours + leg(flow, last).typical_hours
                _keep_slower(best[target], next_period(flow, last), (later, (*path, flow)))
    ends = [it for node in decisions if node in best for it in best[node].values() if it[1]]
    return min((path for _, path in ends), key=_rank)


def _keep_slower(
    states: dict[Number, tuple[Number, Path]], last: Number, way: tuple[Number, Path]
) -> None:
    known = states.get(last)
    if known is None or _beats(way, known):
        states[last] = way


def _beats(way: tuple[Number, Path], known: tuple[Number, Path]) -> bool:
    difference = round(way[0] - known[0], _EXACT)
    if difference:
        return difference > 0
    return [(it.target, it.code) for it in way[1]] < [(it.target, it.code) for it in known[1]]


def _on_cycles(graph: Any, sources: Sequence[str], decisions: Sequence[str]) -> tuple[Path, bool]:
    best: Path = ()
    rank = _rank(())
    count = 0
    budget = Budget(MOST_MOVES)
    for source in sorted(set(sources) & set(graph)):
        for path, hours in _timed(simple_paths(graph, source, frozenset(decisions), budget)):
            count += 1
            own = _ranked(path, hours)
            if not best or own < rank:
                best, rank = path, own
            if count >= MOST_PATHS:
                return best, True
    return best, budget.left <= 0


def _timed(paths: Iterable[Path]) -> Iterator[tuple[Path, Number]]:
    """Yield each path with its typical hours; what it shares with the one before is kept."""
    before: Path = ()
    so_far: list[tuple[Number, Number]] = [(0, 0)]
    for path in paths:
        shared = 0
        for old, new in zip(before, path, strict=False):
            if old is not new:
                break
            shared += 1
        del so_far[shared + 1 :]
        for flow in path[shared:]:
            hours, last = so_far[-1]
            so_far.append((hours + leg(flow, last).typical_hours, next_period(flow, last)))
        before = path
        yield path, so_far[-1][0]


@dataclass(slots=True)
class Budget:
    """How many moves may still be tried."""

    left: int


def simple_paths(
    graph: Any, source: str, decisions: frozenset[str], budget: Budget
) -> Iterator[Path]:
    """Yield the paths that visit no node twice, depth first, until the budget is spent."""
    path: list[DataFlow] = []
    visited = {source}
    ways = [iter(_out(graph, source))]
    while ways and budget.left > 0:
        flow = next(ways[-1], None)
        if flow is None:
            ways.pop()
            if path:
                visited.discard(path.pop().target)
            continue
        budget.left -= 1
        if flow.target in visited:
            continue
        path.append(flow)
        visited.add(flow.target)
        if flow.target in decisions:
            yield tuple(path)
        ways.append(iter(_out(graph, flow.target)))


def _out(graph: Any, node: str) -> list[DataFlow]:
    edges: Mapping[str, Mapping[int, Mapping[str, DataFlow]]] = graph[node]
    return [edges[target][key]["flow"] for target in sorted(edges) for key in sorted(edges[target])]
