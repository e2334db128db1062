"""Chains and processes as networks of people, skills and tools."""

from __future__ import annotations

from datetime import date

import pytest

from cxo_desktop.analysis.fragility import reached, single_points, smallest_absence
from cxo_desktop.analysis.networks import band_people, chain_network, process_network
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.engagement import RoleBand
from cxo_desktop.domain.enums import NodeKind, StepKind
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.domain.skills import PersonSkill, SkillRequirement

ENDS = (
    DataNode(code="V", kind=NodeKind.SOURCE_EVENT),
    DataNode(code="R", kind=NodeKind.DECISION_POINT),
)


def single(network):
    return [it.resource.code for it in single_points(network)]


def test_the_one_person_of_a_band_is_a_single_point_of_the_chain(make):
    flow = DataFlow(code="F", source="V", target="R", role_band="RB")
    alone = make(*ENDS, flow, Person(code="P1", role_band="RB"), RoleBand(code="RB", headcount=1))
    assert single(chain_network(alone)) == ["P1"]
    two = make(*ENDS, flow, Person(code="P1", role_band="RB"), RoleBand(code="RB", headcount=2))
    assert single(chain_network(two)) == []


def test_a_second_way_to_the_decision_takes_the_weight_off(make):
    flows = [
        DataFlow(code="F1", source="V", target="R", role_band="RB"),
        DataFlow(code="F2", source="V", target="R"),
    ]
    dossier = make(*ENDS, *flows, Person(code="P1", role_band="RB"))
    assert single(chain_network(dossier)) == []


def test_a_place_stands_and_falls_with_its_tool(make):
    nodes = [*ENDS, DataNode(code="S", tool="TL")]
    flows = [
        DataFlow(code="F1", source="V", target="S"),
        DataFlow(code="F2", source="S", target="R"),
    ]
    assert single(chain_network(make(*nodes, *flows))) == ["TL"]


def test_a_band_of_which_nothing_is_known_is_no_weakness(make):
    flow = DataFlow(code="F", source="V", target="R", role_band="RB")
    network = chain_network(make(*ENDS, flow, RoleBand(code="RB")))
    assert reached(network) == {"node:R"}
    assert smallest_absence(network, "node:R") is None


def test_posts_without_a_person_stand_behind_a_band(make):
    bands = band_people(
        make(
            RoleBand(code="RB", headcount=210),
            Person(code="P1", role_band="RB"),
            Person(code="P2", role_band="RB", leaving_on=date(2026, 7, 1)),
        )
    )
    assert sorted(it.code for it in bands["RB"]) == ["P1", "RB#1", "RB#2", "RB#3", "RB#4"]


@pytest.fixture
def process(make):
    process_map = ProcessMap(code="M", process="PR")
    steps = [
        Step(code="s", map="M", kind=StepKind.START),
        Step(code="t", map="M", kind=StepKind.TASK, tool="TL", skills=("SQL",)),
        Step(code="e", map="M", kind=StepKind.END),
    ]
    arrows = [
        Transition(map="M", source="s", target="t"),
        Transition(map="M", source="t", target="e"),
    ]

    def build(*records):
        return process_network(make(*records), process_map, steps, arrows)

    return build


def test_a_step_needs_its_tool_and_somebody_for_its_skill(process):
    able = [Person(code="A"), PersonSkill(person="A", skill="SQL", level=1)]
    assert single(process(*able)) == ["A", "TL"]
    more = [*able, Person(code="B"), PersonSkill(person="B", skill="SQL", level=2)]
    assert single(process(*more)) == ["TL"]


def test_a_skill_of_nobody_fails_the_process_today(process):
    assert reached(process()) == frozenset()


def test_what_the_process_as_a_whole_needs_counts_too(process):
    able = [Person(code="A"), Person(code="B")]
    skills = [PersonSkill(person=who, skill="SQL", level=1) for who in "AB"]
    law = SkillRequirement(process="PR", skill="law", min_level=2)
    knows = PersonSkill(person="B", skill="law", level=2)
    assert single(process(*able, *skills, law, knows)) == ["B", "TL"]
