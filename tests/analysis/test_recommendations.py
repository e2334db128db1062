"""Balance of the advice, and the three questions before technology."""

from __future__ import annotations

from cxo_desktop.analysis.recommendations import dimension_balance, process_gate
from cxo_desktop.domain.enums import Dimension
from cxo_desktop.domain.findings import ProcessGate, Recommendation


def test_the_sample_is_gated_and_balanced_as_expected(sample, expected):
    assert process_gate(sample).as_json() == expected["process_gate"]
    assert dimension_balance(sample).as_json() == expected["dimension_balance"]


def test_blanks_do_not_answer_a_question(make):
    gate = ProcessGate(who="analyst", how="  ", integration="")
    figure = process_gate(make(Recommendation(code="R", process_gate=gate)))
    assert figure.as_json() == {"R": 1}


def test_technology_without_a_gate_is_named(make):
    advice = [
        Recommendation(code="R1", dimension=Dimension.TECHNOLOGY),
        Recommendation(code="R2", dimension=Dimension.PROCESS),
    ]
    assert process_gate(make(*advice)).more() == {"ungated": ["R1"]}


def test_advice_under_no_head_is_told(make):
    figure = dimension_balance(make(Recommendation(code="R")))
    assert figure.as_json() == {}
    assert figure.completeness[0].missing == ("R",)
