"""Why numbers differ: what leaves one place on several ways and meets again in one report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cxo_desktop.analysis.chain import ends
from cxo_desktop.analysis.figures import Figure
from cxo_desktop.analysis.graphs import START, Place, flow_graph, node
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
    graph = flow_graph(flows)
    found = []
    for join in joins:
        fork = above.get(node(join))
        if fork is None or fork.kind == START or len(graph.pred[node(join)]) <= 1:
            continue
        ways = _disjoint(graph, fork, node(join))
        if len(ways) > 1:
            found.append(Reconvergence(fork.code, join, ways))
    return CompetingFigure(
        inputs={"flows": tuple(dict.fromkeys(c for it in found for w in it.ways for c in w))},
        found=tuple(found),
    )


def _disjoint(graph: Any, fork: Place, join: Place) -> tuple[tuple[str, ...], ...]:
    import networkx as nx

    between = (nx.descendants(graph, fork) & nx.ancestors(graph, join)) | {fork, join}
    ways = nx.edge_disjoint_paths(graph.subgraph(between), fork, join)
    return tuple(sorted(tuple(it.code for it in way if it.kind == "flow") for way in ways))
