"""Through what every number passes, and what depends on what; against trying it out."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.analysis.graphs import flow_graph, node, step_place
from cxo_desktop.analysis.passage import forks, impact, passage
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.enums import NodeKind
from cxo_desktop.domain.processes import Step

NODES = "ABCDEFGH"


@st.composite
def chains(draw):
    """Chains of up to eight places, several flows between two of them, cycles and all."""
    ends = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES))
    pairs = draw(st.lists(ends, max_size=14))
    flows = [DataFlow(code=f"F{n}", source=a, target=b) for n, (a, b) in enumerate(pairs)]
    places = [DataNode(code=code) for code in NODES]
    engagement = Engagement(code="E", chain_source="A", chain_decision="H")
    return Dossier(engagement=engagement, records={DataFlow: tuple(flows), DataNode: tuple(places)})


def reaches(flows, gone=""):
    graph = flow_graph(flows)
    graph.remove_nodes_from([place for place in list(graph) if place.code == gone])
    return node("A") in graph and node("H") in graph and nx.has_path(graph, node("A"), node("H"))


@given(chains())
def test_every_number_passes_what_cannot_be_taken_away(dossier):
    flows = dossier.all(DataFlow)
    through = passage(dossier).through
    if not reaches(flows):
        assert through == {}
        return
    everything = {place.code for place in flow_graph(flows)}
    needed = {code for code in everything if code != "H" and not reaches(flows, code)}
    assert {place.code for place in through["H"]} == needed


@given(chains(), st.sampled_from(NODES))
def test_impact_is_what_can_be_walked_to_and_shows_the_way(dossier, code):
    graph = flow_graph(dossier.all(DataFlow))
    graph.add_nodes_from(map(node, NODES))
    found = impact(dossier, node(code))
    assert set(found.feeds) == nx.descendants(graph, node(code)) - {node(code)}
    assert set(found.fed_by) == nx.ancestors(graph, node(code)) - {node(code)}
    for place, way in found.feeds.items():
        assert (way[0], way[-1]) == (node(code), place)
        assert nx.is_path(graph, way)
    for place, way in found.fed_by.items():
        assert (way[0], way[-1]) == (place, node(code))
        assert nx.is_path(graph, way)


def test_impact_runs_through_steps(make):
    dossier = make(
        DataNode(code="form"),
        DataNode(code="sheet"),
        Step(map="M", code="copy", reads=("form",), writes=("sheet",)),
    )
    way = impact(dossier, node("form")).feeds[node("sheet")]
    assert way == (node("form"), step_place("M", "copy"), node("sheet"))


def test_a_place_that_is_not_there_has_no_impact(make):
    assert impact(make(), node("gone")).feeds == {}


def test_a_line_passes_through_everything_in_order(make):
    flows = [
        DataFlow(code="F1", source="A", target="B"),
        DataFlow(code="F2", source="B", target="H"),
    ]
    figure = passage(make(*flows, chain_source="A", chain_decision="H"))
    assert [place.code for place in figure.through["H"]] == ["A", "F1", "B", "F2"]


def test_the_fork_is_the_last_place_all_ways_share(make):
    flows = [
        DataFlow(code=f"F{n}", source=a, target=b)
        for n, (a, b) in enumerate(["AB", "BC", "BD", "CH", "DH"])
    ]
    assert forks(make(*flows, chain_source="A", chain_decision="H"))[node("H")] == node("B")


def test_several_sources_share_nothing(make):
    nodes = [DataNode(code=code, kind=NodeKind.SOURCE_EVENT) for code in "AB"]
    flows = [
        DataFlow(code="F1", source="A", target="H"),
        DataFlow(code="F2", source="B", target="H"),
    ]
    assert passage(make(*nodes, *flows, chain_decision="H")).through == {"H": ()}
