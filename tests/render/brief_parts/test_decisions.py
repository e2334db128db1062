import pytest

from cxo_desktop.domain.briefs import AskedDecision, DecisionBox, Labelled
from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.brief_parts.decisions import Decisions


def box(statement="Close the register.", remark=""):
    terms = (Labelled("By", "30 January 2027"), Labelled("Cost", "₹ 1,80,000 once"))
    decisions = (AskedDecision(statement, terms), AskedDecision("Sign & seal.", ()))
    return DecisionBox("Decisions we ask of you", decisions, ("Agree", "Discuss"), remark)


def test_each_decision_has_its_terms_and_two_boxes_to_tick(draw):
    drawn = draw(Decisions(box(remark="Not marked.")))
    for words in ("1. Close the register.", "By 30 January 2027", "2. Sign & seal.", "Not marked."):
        assert words in drawn.text
    assert drawn.text.count("Agree") == drawn.text.count("Discuss") == 2
    assert drawn.roles[0] == "H2"


@pytest.mark.parametrize("statement", ["word " * 60, "x" * 190])
def test_long_statements_do_not_run_into_the_boxes(draw, statement):
    short, long = draw(Decisions(box())), draw(Decisions(box(statement)))
    assert long.height > short.height
    assert long.ink[2] <= style.WIDTH + 0.5
