"""By which ways personal data leaves ungated, and where gates would cost least."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from cxo_desktop.analysis.figures import Figure, Remark, codes
from cxo_desktop.analysis.paths import Budget, simple_paths
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import NodeKind, PiiClass
from cxo_desktop.domain.records import Json

EXTERNAL_LEVEL = "L0"
MOST_SHOWN = 200
_MOST_MOVES = 20_000
_IMPERSONAL = frozenset({PiiClass.NONE, PiiClass.PSEUDONYMOUS})
_OUTSIDE = frozenset({NodeKind.EXTERNAL, NodeKind.MESSAGING})


@dataclass(frozen=True, slots=True, kw_only=True)
class GatesFigure(Figure):
    """Ways of personal data out of the organisation's hands; codes of flows.

    ``gates`` is the smallest set of flows of which each such way has one.
    """

    ways: tuple[tuple[str, ...], ...]
    gates: tuple[str, ...]

    def as_json(self) -> Json:
        """Return the ways and the gates."""
        return {"ways": [list(way) for way in self.ways], "gates": list(self.gates)}


def is_outside(place: DataNode) -> bool:
    """Tell whether data there is out of the organisation's hands: outsiders, messaging apps."""
    return place.kind in _OUTSIDE or place.owner_level == EXTERNAL_LEVEL


def is_personal(place: DataNode) -> bool:
    """Tell whether a place holds data of people who can be told from it."""
    return any(kind not in _IMPERSONAL for kind in place.pii_classes)


def is_gated(flow: DataFlow) -> bool:
    """Tell whether consent or protection stands before a flow, or it carries nothing personal.

    A flow of which nobody said that it is not personal may be.
    """
    return bool(flow.gate) or flow.protected is True or flow.pii is False


def consent_gates(dossier: Dossier) -> GatesFigure:
    """Return how personal data leaves ungated (docs: indicators, maps).

    The ways start where personal data first is, and end at the first place outside.
    """
    places = dossier.all(DataNode)
    outside = {it.code for it in places if is_outside(it)}
    personal = {it.code for it in places if is_personal(it)} - outside
    open_flows = [it for it in dossier.all(DataFlow) if not is_gated(it)]
    inside = [it for it in open_flows if it.source not in outside]
    ways, capped = _ways(inside, _origins(inside, personal), outside)
    return GatesFigure(
        inputs={"flows": codes(inside), "nodes": tuple(sorted(personal | outside))},
        remarks=(Remark.CAPPED,) if capped else (),
        ways=ways,
        gates=_cheapest(inside, personal, outside),
    )


def _origins(flows: Sequence[DataFlow], personal: set[str]) -> list[str]:
    """Return the personal places into which no personal place leads, or all if there are none."""
    fed = {it.target for it in flows if it.source in personal and it.source != it.target}
    return sorted(personal - fed) or sorted(personal)


def _ways(
    flows: Sequence[DataFlow], origins: Iterable[str], outside: set[str]
) -> tuple[tuple[tuple[str, ...], ...], bool]:
    import networkx as nx

    graph: Any = nx.MultiDiGraph()
    for number, flow in enumerate(sorted(flows, key=lambda it: it.code)):
        graph.add_edge(flow.source, flow.target, key=number, flow=flow)
    budget = Budget(_MOST_MOVES)
    found: list[tuple[str, ...]] = []
    for origin in origins:
        if origin not in graph:
            continue
        for path in simple_paths(graph, origin, frozenset(outside), budget):
            if len(found) >= MOST_SHOWN:
                return tuple(found), True
            found.append(tuple(flow.code for flow in path))
    return tuple(found), budget.left <= 0


def _cheapest(flows: Sequence[DataFlow], personal: set[str], outside: set[str]) -> tuple[str, ...]:
    """Return a minimum cut between personal places and those outside; each flow costs one."""
    import networkx as nx

    graph: Any = nx.DiGraph()
    start, end = ("start", ""), ("end", "")
    graph.add_nodes_from((start, end))
    for number, flow in enumerate(flows):
        gate = ("gate", f"{flow.code}/{number}")
        graph.add_edge(("node", flow.source), gate, capacity=1)
        graph.add_edge(gate, ("node", flow.target), capacity=1)
    graph.add_edges_from((start, ("node", code)) for code in personal)
    graph.add_edges_from((("node", code), end) for code in outside)
    _, (near, _) = nx.minimum_cut(graph, start, end)
    cut = {
        flow.code
        for number, flow in enumerate(flows)
        if ("node", flow.source) in near
        and (("gate", f"{flow.code}/{number}") not in near or ("node", flow.target) not in near)
    }
    return tuple(sorted(cut))
