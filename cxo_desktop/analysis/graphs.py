"""The engagement as one graph: places, flows and steps, and what leads to what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.processes import Step, Transition

START = "start"
NODE = "node"


class Place(NamedTuple):
    """A node of the graph: ``kind`` is "node", "flow" or "step"; a step's code is "map/step"."""

    kind: str
    code: str


def node(code: str) -> Place:
    """Return the place of a data node."""
    return Place(NODE, code)


def flow_graph(flows: Iterable[DataFlow]) -> Any:
    """Return the directed graph in which each flow is a place between its two nodes."""
    import networkx as nx

    graph: Any = nx.DiGraph()
    for flow in sorted(flows, key=lambda it: (it.source, it.target, it.code)):
        graph.add_edge(node(flow.source), Place("flow", flow.code))
        graph.add_edge(Place("flow", flow.code), node(flow.target))
    return graph


def whole_graph(dossier: Dossier) -> Any:
    """Return the data chain and every process map in one: a step reads and writes data."""
    graph = flow_graph(dossier.all(DataFlow))
    graph.add_nodes_from(node(it.code) for it in dossier.all(DataNode))
    for step in dossier.all(Step):
        own = step_place(step.map, step.code)
        graph.add_node(own)
        graph.add_edges_from((node(code), own) for code in step.reads)
        graph.add_edges_from((own, node(code)) for code in step.writes)
    for arrow in dossier.all(Transition):
        graph.add_edge(step_place(arrow.map, arrow.source), step_place(arrow.map, arrow.target))
    return graph


def step_place(map_code: str, code: str) -> Place:
    """Return the place of a step; its code is unique within its map only."""
    return Place("step", f"{map_code}/{code}")


def with_start(graph: Any, sources: Sequence[str]) -> Any:
    """Return the graph with one place more, from which every source is reached."""
    joined = graph.copy()
    joined.add_node(Place(START, ""))
    joined.add_edges_from((Place(START, ""), node(it)) for it in sources if node(it) in graph)
    return joined
