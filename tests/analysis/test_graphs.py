"""The engagement as one graph."""

from __future__ import annotations

from cxo_desktop.analysis.graphs import (
    START,
    Place,
    flow_graph,
    node,
    step_place,
    whole_graph,
    with_start,
)
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.processes import Step, Transition


def test_two_flows_between_the_same_places_stay_two():
    flows = [
        DataFlow(code="F1", source="A", target="B"),
        DataFlow(code="F2", source="A", target="B"),
    ]
    assert len(flow_graph(flows).succ[node("A")]) == 2


def test_steps_join_the_chain_by_what_they_read_and_write(make):
    graph = whole_graph(
        make(
            DataNode(code="A"),
            DataNode(code="B"),
            Step(map="M", code="s", reads=("A",), writes=("B",)),
            Transition(map="M", source="s", target="t"),
        )
    )
    assert list(graph.pred[node("B")]) == [step_place("M", "s")]
    assert set(graph.succ[step_place("M", "s")]) == {node("B"), step_place("M", "t")}


def test_a_source_that_is_not_there_is_not_made():
    graph = with_start(flow_graph([DataFlow(code="F", source="A", target="B")]), ["A", "Z"])
    assert set(graph.succ[Place(START, "")]) == {node("A")}
    assert node("Z") not in graph
