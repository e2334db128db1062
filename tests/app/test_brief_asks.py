"""What is asked: what is marked, else the best founded of the nearest steps, on honest terms."""

from dataclasses import replace
from datetime import date

import pytest

from cxo_desktop import assets
from cxo_desktop.app.brief_asks import decision_box, open_gates
from cxo_desktop.app.brief_facts import gather
from cxo_desktop.domain.decisions import Decision
from cxo_desktop.domain.enums import Dimension, Horizon
from cxo_desktop.domain.findings import ProcessGate, Recommendation
from cxo_desktop.exchange.engagement_json import read_dossier

ON = date(2026, 10, 30)


@pytest.fixture(scope="module")
def sample():
    return read_dossier(assets.resource("samples/nandini.json").read_text("utf-8")).dossier


def box(dossier):
    return decision_box(gather(dossier, ON))


def only(sample, *steps, decisions=()):
    return sample.with_records(Recommendation, steps).with_records(Decision, decisions)


def terms(decision):
    return {it.label: it.text for it in decision.terms}


def test_without_marks_the_nearest_best_founded_steps_are_asked_and_it_says_so(sample):
    made = box(sample)
    assert [it.statement.split()[0] for it in made.decisions] == ["Accept", "Sign", "Rebuild"]
    assert "Nothing is marked as your decision yet" in made.remark
    assert terms(made.decisions[2]) == {
        "By": "30 January 2027",
        "Cost": "₹\N{NO-BREAK SPACE}1,80,000 once",
        "Carried by": "MIS officer (CommCare)",
    }


def test_what_is_marked_is_asked_instead(sample):
    step, other = sample.all(Recommendation)[1], sample.all(Recommendation)[7]
    marked = replace(step, asked_of_ed=True, cost_of_waiting="Another quarter of late figures")
    decision = Decision(
        code="D9", statement="Name a counterpart", asked_of_ed=True, review_on=date(2026, 12, 1)
    )
    made = box(only(sample, marked, other, decisions=[decision]))
    assert [it.statement for it in made.decisions] == [step.statement + ".", "Name a counterpart."]
    assert terms(made.decisions[0])["If we wait"] == "Another quarter of late figures"
    assert terms(made.decisions[1])["By"] == "1 December 2026"
    assert made.remark == ""


def test_no_more_than_three_are_asked_at_once(sample):
    marked = [replace(it, asked_of_ed=True) for it in sample.all(Recommendation)]
    made = box(only(sample, *marked))
    assert len(made.decisions) == 3
    assert made.remark.startswith("5 more decisions are asked of you")


def test_technology_without_answers_is_not_asked_for(sample):
    tool = Recommendation(code="R1", statement="Buy a dashboard", dimension=Dimension.TECHNOLOGY)
    assert box(only(sample, tool)) is None
    half = replace(tool, process_gate=ProcessGate(who="heads", how=" ", integration=""))
    assert open_gates(half) == ("how it is used", "what it must fit into")
    assert box(only(sample, half)) is None
    whole = replace(tool, process_gate=ProcessGate(who="heads", how="weekly", integration="app"))
    assert box(only(sample, whole)).decisions[0].statement == "Buy a dashboard."


def test_marked_technology_says_what_is_still_open(sample):
    tool = Recommendation(
        code="R1", statement="Buy", asked_of_ed=True, process_gate=ProcessGate(who="heads")
    )
    asked = box(only(sample, tool)).decisions[0]
    assert terms(asked)["Still open"] == "how it is used and what it must fit into"


@pytest.mark.parametrize(
    ("once", "yearly", "cost"),
    [
        (None, None, "not known yet"),
        (0, None, "no cash"),
        (0, 0, "no cash"),
        (350000, None, "₹\N{NO-BREAK SPACE}3,50,000 once"),
        (None, 1200000, "₹\N{NO-BREAK SPACE}12,00,000 a year"),
    ],
)
def test_unknown_cost_is_not_no_cost(sample, once, yearly, cost):
    step = Recommendation(code="R1", statement="Do it", one_off_inr=once, yearly_inr=yearly)
    made = box(only(sample, step)).decisions[0]
    assert terms(made)["Cost"] == cost
    assert terms(made)["Carried by"] == "to be named"
    assert terms(made)["By"] == "a date to agree"


def test_the_nearest_horizon_is_asked_first(sample):
    late = Recommendation(
        code="R1", statement="Later", horizon=Horizon.THIS_YEAR, findings=("FN1",)
    )
    soon = Recommendation(code="R2", statement="Soon", horizon=Horizon.NEXT_QUARTER)
    made = box(only(sample, late, soon))
    assert [it.statement for it in made.decisions] == ["Soon."]


def test_a_decision_of_the_past_is_not_a_deadline(sample):
    decision = Decision(code="D", statement="Sign", asked_of_ed=True, on=date(2020, 1, 1))
    assert terms(box(only(sample, decisions=[decision])).decisions[0])["By"] == "a date to agree"


def test_nothing_to_ask_is_no_box(sample):
    assert box(only(sample)) is None
