"""Through what every number passes, and what depends on what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cxo_desktop.analysis.chain import ends
from cxo_desktop.analysis.figures import Figure
from cxo_desktop.analysis.graphs import START, Place, flow_graph, node, whole_graph, with_start
from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.records import Json

Way = tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageFigure(Figure):
    """The places and flows through which every number reaches a decision, in their order."""

    through: Mapping[str, tuple[Place, ...]]

    def as_json(self) -> Json:
        """Return by decision the codes of nodes and flows, its own left out."""
        return {
            decision: [{"kind": place.kind, "code": place.code} for place in places]
            for decision, places in self.through.items()
        }


@dataclass(frozen=True, slots=True)
class Impact:
    """What depends on a place and on what it depends, each with a shortest way that shows it."""

    place: Place
    feeds: Mapping[Place, Way]
    fed_by: Mapping[Place, Way]

    def as_json(self) -> dict[str, Json]:
        """Return both, each place with the codes along the way that explains it."""
        return {
            "place": {"kind": self.place.kind, "code": self.place.code},
            "feeds": [_explained(place, way) for place, way in self.feeds.items()],
            "fed_by": [_explained(place, way) for place, way in self.fed_by.items()],
        }


def _explained(place: Place, way: Way) -> Json:
    return {"kind": place.kind, "code": place.code, "way": [it.code for it in way]}


def places_called(dossier: Dossier, code: str) -> tuple[Place, ...]:
    """Return the places of a code: a node, a flow, or the steps of any map ("map/step" for one)."""
    inner = f"/{code}"
    return tuple(
        sorted(it for it in whole_graph(dossier) if code == it.code or it.code.endswith(inner))
    )


def passage(dossier: Dossier) -> PassageFigure:
    """Return what every number passes through: the dominators of each decision.

    A decision that is not reached is left out (docs: indicators, maps).
    """
    where = ends(dossier)
    graph = with_start(flow_graph(dossier.all(DataFlow)), where.sources)
    above = _immediate(graph)
    through = {
        code: _chain_of(above, node(code)) for code in where.decisions if node(code) in above
    }
    return PassageFigure(
        inputs={"nodes": (*where.sources, *where.decisions)},
        through=through,
    )


def _immediate(graph: Any) -> Mapping[Place, Place]:
    """Return the immediate dominator of every place that is reached, the start's left out."""
    import networkx as nx

    start = Place(START, "")
    found: Mapping[Place, Place] = nx.immediate_dominators(graph, start)
    return {place: above for place, above in found.items() if place != start and above is not None}


def _chain_of(above: Mapping[Place, Place], place: Place) -> tuple[Place, ...]:
    ways = []
    while place in above:
        place = above[place]
        ways.append(place)
    return tuple(it for it in reversed(ways) if it.kind != START)


def impact(dossier: Dossier, place: Place) -> Impact:
    """Return what a place feeds and what feeds it, across the data chain and process maps.

    A place that is not there feeds nothing and is fed by nothing.
    """
    import networkx as nx

    graph = whole_graph(dossier)
    if place not in graph:
        return Impact(place, {}, {})
    onward = nx.single_source_shortest_path(graph, place)
    back = nx.single_source_shortest_path(graph.reverse(copy=False), place)
    return Impact(
        place,
        {it: tuple(way) for it, way in sorted(onward.items()) if it != place},
        {it: tuple(reversed(way)) for it, way in sorted(back.items()) if it != place},
    )


def forks(dossier: Dossier) -> Mapping[Place, Place]:
    """Return by place the last place before it through which every way to it leads."""
    graph = with_start(flow_graph(dossier.all(DataFlow)), ends(dossier).sources)
    return _immediate(graph)
