"""A what-if beside what is."""

from __future__ import annotations

from cxo_desktop.analysis.comparison import compare, comparisons
from cxo_desktop.domain.datachain import Scenario
from cxo_desktop.domain.engagement import RoleBand, Settings
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.domain.skills import PersonSkill


def measures(told, part):
    return {name: it["change"] for name, it in told[part].items() if it["change"]}


def test_the_two_scenarios_of_the_sample(sample):
    told = comparisons(sample).as_json()
    assert told["S1"]["chain"]["typical_days"] == {"as_is": 25.8, "scenario": 24.4, "change": -1.4}
    fixed = measures(told["S2"], "chain")
    assert fixed["typical_days"] == -23.6
    assert fixed["re_entries"] == -4
    assert fixed["single_points"] == -1
    assert fixed["staff_hours_per_month"] == -1541.5
    assert fixed["staff_cost_per_year_inr"] == 2075885 - 5132027


def test_doing_nothing_changes_nothing(sample):
    told = compare(sample, Scenario(code="S", map="PM1")).as_json()
    assert measures(told, "steps") == {}
    flows = compare(sample, Scenario(code="S")).as_json()
    assert measures(flows, "chain") == {}


def test_a_scenario_over_steps(make):
    """Dropping the copying saves its two hours, its hand-offs and its rupees."""
    steps = [
        Step(code="a", map="M", lane="Field worker", touch_minutes=60),
        Step(code="b", map="M", lane="Clerk", touch_minutes=120, skills=("typing",)),
        Step(code="c", map="M", lane="Field worker", touch_minutes=60),
    ]
    arrows = [
        Transition(map="M", source="a", target="b"),
        Transition(map="M", source="b", target="c"),
    ]
    scenario = Scenario(code="S", map="M", remove_steps=("b",))
    dossier = make(
        ProcessMap(code="M"),
        *steps,
        *arrows,
        scenario,
        PersonSkill(person="P1", skill="typing", level=1),
        RoleBand(code="RB1", name="field worker", monthly_ctc_inr=100),
        RoleBand(code="RB2", name="Clerk", monthly_ctc_inr=300),
        settings=Settings(productive_hours_per_month=1, loaded_factor=1),
    )
    told = compare(dossier, scenario).as_json()
    assert "chain" not in told
    assert told["steps"]["staff_cost_per_cycle_inr"] == {
        "as_is": 800, "scenario": 200, "change": -600
    }  # fmt: skip
    changed = measures(told, "steps")
    assert (changed["hand_offs"], changed["touch_hours"], changed["single_points"]) == (-2, -2, -1)
    assert changed["lead_days"] == -0.1


def test_rupees_are_unknown_while_a_lane_has_no_known_pay(make):
    step = Step(code="a", map="M", lane="Somebody", touch_minutes=60)
    scenario = Scenario(code="S", map="M")
    told = compare(make(ProcessMap(code="M"), step, scenario), scenario).as_json()
    assert told["steps"]["staff_cost_per_cycle_inr"]["as_is"] is None


def test_a_scenario_of_a_map_that_is_gone_compares_nothing_with_nothing(make):
    told = compare(make(), Scenario(code="S", map="gone")).as_json()
    assert told["steps"]["steps"] == {"as_is": 0, "scenario": 0, "change": 0}
