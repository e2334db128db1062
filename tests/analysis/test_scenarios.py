"""What-if over the data chain."""

from __future__ import annotations

from cxo_desktop.analysis.chain import chain
from cxo_desktop.analysis.figures import Remark
from cxo_desktop.analysis.scenarios import edited_flows, scenarios
from cxo_desktop.domain.datachain import DataFlow, Scenario
from cxo_desktop.domain.enums import FlowMethod

FLOWS = (DataFlow(code="F1", source="A", target="B"), DataFlow(code="F2", source="B", target="C"))


def test_the_sample_scenarios_are_as_expected(sample, expected):
    assert scenarios(sample).as_json() == expected["scenarios"]


def test_remove_then_change_then_add(make):
    scenario = Scenario(
        code="S",
        remove=("F1",),
        change={"F2": {"method": "api", "from": "A"}},
        add=(DataFlow(code="F3", source="A", target="C"),),
    )
    edited = edited_flows(make(*FLOWS, scenario), scenario)
    assert [flow.code for flow in edited.flows] == ["F2", "F3"]
    assert (edited.flows[0].method, edited.flows[0].source) == (FlowMethod.API, "A")
    assert edited.remarks == ()


def test_a_change_that_cannot_be_is_left_out_and_told(make):
    scenario = Scenario(code="S", change={"F1": {"method": "by pigeon"}, "F2": "no object"})
    edited = edited_flows(make(*FLOWS, scenario), scenario)
    assert edited.flows == FLOWS
    assert edited.remarks == (Remark.BAD_CHANGE,)


def test_flows_that_do_not_exist_are_told(make):
    scenario = Scenario(code="S", remove=("F9",), change={"F8": {"method": "api"}})
    assert edited_flows(make(*FLOWS, scenario), scenario).remarks == (Remark.UNKNOWN_CODE,)


def test_an_added_flow_takes_the_place_of_one_with_its_code(make):
    scenario = Scenario(code="S", add=(DataFlow(code="F1", source="A", target="C"),))
    edited = edited_flows(make(*FLOWS, scenario), scenario)
    assert [(flow.code, flow.target) for flow in edited.flows] == [("F2", "C"), ("F1", "C")]


def test_an_empty_scenario_is_the_chain_as_it_is(sample):
    nothing = Scenario(code="S")
    dossier = sample.with_records(Scenario, [nothing])
    assert scenarios(dossier).chains["S"].as_json() == chain(sample).as_json()


def test_a_scenario_over_steps_alone_says_nothing_of_the_chain(make):
    assert scenarios(make(*FLOWS, Scenario(code="S", map="PM1"))).chains == {}
