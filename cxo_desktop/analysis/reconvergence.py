"""Why numbers differ: what leaves one place on several ways and meets again in one report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from cxo_desktop.analysis.chain import ends
from cxo_desktop.analysis.figures import Figure
from cxo_desktop.analysis.graphs import NODE, Place, node
from cxo_desktop.analysis.passage import forks
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import NodeKind
from cxo_desktop.domain.records import Json

_SHOWN = frozenset({NodeKind.REPORT, NodeKind.DECISION_POINT, NodeKind.EXTERNAL, NodeKind.BI})


@dataclass(frozen=True, slots=True)
class Reconvergence:
    """Ways that share no flow, from the ``fork`` to the ``join``; codes of flows."""

    fork: str
    join: str
    ways: tuple[tuple[str, ...], ...]

    def as_json(self) -> dict[str, Json]:
        """Return the fork, the join and the ways."""
        return {"fork": self.fork, "join": self.join, "ways": [list(way) for way in self.ways]}


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetingFigure(Figure):
    """Where numbers from one origin compete in what somebody reads."""

    found: tuple[Reconvergence, ...]

    def as_json(self) -> Json:
        """Return the forks and joins."""
        return [it.as_json() for it in self.found]


def competing_numbers(dossier: Dossier) -> CompetingFigure:
    """Return the reports and decisions in which numbers from one origin meet again.

    The fork is the last place that all ways to the join share (docs: indicators, maps).
    """
    flows = dossier.all(DataFlow)
    shown = {it.code for it in dossier.all(DataNode) if it.kind in _SHOWN}
    joins = sorted(shown | set(ends(dossier).decisions))
    above = forks(dossier)
    ready = _made_ready(_short_graph(flows))
    found = []
    for join in joins:
        fork = above.get(node(join))
        if fork is None or fork.kind != NODE or len(ready.graph.pred[node(join)]) <= 1:
            continue
        ways = ready.disjoint(fork, node(join))
        if len(ways) > 1:
            found.append(Reconvergence(fork.code, join, ways))
    return CompetingFigure(
        inputs={"flows": tuple(dict.fromkeys(c for it in found for w in it.ways for c in w))},
        found=tuple(found),
    )


def _short_graph(flows: Iterable[DataFlow]) -> Any:
    """Return the graph whose edges are flows; of several between two places, each has its own node.

    Far smaller than one with a node for every flow, and the cuts are the same.
    """
    import networkx as nx

    graph: Any = nx.DiGraph()
    for flow in sorted(flows, key=lambda it: (it.source, it.target, it.code)):
        start, end = node(flow.source), node(flow.target)
        if graph.has_edge(start, end):
            graph.add_edge(start, Place("flow", flow.code), flow=flow.code)
            graph.add_edge(Place("flow", flow.code), end)
        else:
            graph.add_edge(start, end, flow=flow.code)
    return graph


@dataclass(frozen=True, slots=True)
class _Ways:
    """The graph with what a maximum flow needs, made once for all pairs of places."""

    graph: Any
    auxiliary: Any
    residual: Any

    def disjoint(self, fork: Place, join: Place) -> tuple[tuple[str, ...], ...]:
        """Return as many ways as there are that share no flow; codes of flows."""
        import networkx as nx

        found = nx.edge_disjoint_paths(
            self.graph, fork, join, auxiliary=self.auxiliary, residual=self.residual
        )
        edges = self.graph.edges
        return tuple(
            sorted(
                tuple(edges[pair]["flow"] for pair in pairwise(way) if "flow" in edges[pair])
                for way in found
            )
        )


def _made_ready(graph: Any) -> _Ways:
    from networkx.algorithms.connectivity import build_auxiliary_edge_connectivity
    from networkx.algorithms.flow import build_residual_network

    auxiliary = build_auxiliary_edge_connectivity(graph)
    return _Ways(graph, auxiliary, build_residual_network(auxiliary, "capacity"))
