"""What-if over steps."""

from __future__ import annotations

from cxo_desktop.analysis.figures import Remark
from cxo_desktop.analysis.step_scenarios import drawn, edited_map
from cxo_desktop.domain.datachain import Scenario
from cxo_desktop.domain.processes import ProcessMap, Step, Transition

STEPS = [Step(code=code, map="M", wait_hours=1) for code in "abc"]
ARROWS = [Transition(map="M", source="a", target="b"), Transition(map="M", source="b", target="c")]


def test_a_removed_step_is_passed_over(make):
    dossier = make(ProcessMap(code="M"), *STEPS, *ARROWS)
    edited = edited_map(dossier, Scenario(code="S", map="M", remove_steps=("b",)))
    assert [it.code for it in edited.steps] == ["a", "c"]
    assert [(it.source, it.target) for it in edited.transitions] == [("a", "c")]


def test_removing_a_choice_keeps_the_shares_of_its_ways(make):
    arrows = [
        Transition(map="M", source="a", target="b", share=0.5),
        Transition(map="M", source="b", target="c", share=0.2, condition="again"),
        Transition(map="M", source="b", target="b", share=0.1),
        Transition(map="M", source="b", target="d", share=0.8),
    ]
    dossier = make(*STEPS, Step(code="d", map="M"), *arrows)
    edited = edited_map(dossier, Scenario(code="S", map="M", remove_steps=("b",)))
    assert [(it.source, it.target, it.share, it.condition) for it in edited.transitions] == [
        ("a", "c", 0.1, "again"),
        ("a", "d", 0.4, None),
    ]


def test_change_and_add(make):
    scenario = Scenario(
        code="S",
        map="M",
        change_steps={"b": {"wait_hours": 9, "lane": "Office"}},
        add_steps=(Step(code="d"),),
        add_transitions=(Transition(source="c", target="d"),),
    )
    edited = edited_map(make(*STEPS, *ARROWS, scenario), scenario)
    changed = {it.code: it for it in edited.steps}["b"]
    assert (changed.wait_hours, changed.lane, changed.map) == (9, "Office", "M")
    assert {it.map for it in (*edited.steps, *edited.transitions)} == {"M"}
    assert edited.transitions[-1].target == "d"
    assert edited.remarks == ()


def test_what_cannot_be_done_is_told_and_left_out(make):
    scenario = Scenario(
        code="S",
        map="M",
        remove_steps=("zz",),
        change_steps={"a": {"wait_hours": "long"}, "b": 3},
    )
    dossier = make(*STEPS, *ARROWS)
    edited = edited_map(dossier, scenario)
    assert edited.steps == tuple(STEPS)
    assert set(edited.remarks) == {Remark.BAD_CHANGE, Remark.UNKNOWN_CODE}


def test_other_maps_are_left_alone(make):
    dossier = make(*STEPS, Step(code="a", map="N"), *ARROWS)
    assert [it.map for it in drawn(dossier, "N").steps] == ["N"]
