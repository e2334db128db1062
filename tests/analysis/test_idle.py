"""What is nobody's and what nobody uses."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.analysis.idle import idle
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.enums import NodeKind, StepKind
from cxo_desktop.domain.processes import Step


def test_data_without_a_reader(make):
    nodes = [DataNode(code=code) for code in "ABCD"]
    report = DataNode(code="R", kind=NodeKind.REPORT)
    flows = [
        DataFlow(code="F1", source="A", target="R"),
        DataFlow(code="F2", source="B", target="C"),
    ]
    figure = idle(make(*nodes, report, *flows))
    assert figure.unused == ("C", "D")
    assert figure.unheard == ("B",)


def test_data_that_a_step_reads_is_used(make):
    step = Step(map="M", code="s", kind=StepKind.TASK, lane="Office", reads=("A",))
    assert idle(make(DataNode(code="A"), step)).unused == ()


def test_steps_of_nobody(make):
    steps = [
        Step(map="M", code="a", kind=StepKind.TASK),
        Step(map="M", code="b", kind=StepKind.TASK, lane="Office"),
        Step(map="M", code="c", kind=StepKind.START),
    ]
    assert idle(make(*steps)).nobodys == ("M/a",)


def test_the_sample_uses_all_its_data(sample):
    assert idle(sample).as_json() == {
        "steps_of_nobody": [],
        "data_nobody_uses": [],
        "data_that_reaches_no_report": [],
    }


@st.composite
def chains(draw):
    names = "ABCDEFGHIJKL"[: draw(st.integers(1, 12))]
    kinds = st.sampled_from([NodeKind.SPREADSHEET, NodeKind.PAPER, NodeKind.REPORT])
    nodes = tuple(DataNode(code=it, kind=draw(kinds)) for it in names)
    ends = st.tuples(st.sampled_from(names), st.sampled_from(names))
    pairs = draw(st.lists(ends, max_size=16))
    flows = tuple(DataFlow(code=f"F{n}", source=a, target=b) for n, (a, b) in enumerate(pairs))
    return Dossier(engagement=Engagement(code="E"), records={DataNode: nodes, DataFlow: flows})


@given(chains())
def test_data_is_used_where_walking_on_reaches_a_report(dossier):
    used = {it.code for it in dossier.all(DataNode) if it.kind is NodeKind.REPORT}
    for _ in dossier.all(DataNode):
        used |= {it.source for it in dossier.all(DataFlow) if it.target in used}
    figure = idle(dossier)
    wasted = {it.code for it in dossier.all(DataNode)} - used
    assert {*figure.unused, *figure.unheard} == wasted
    leads_on = {it.source for it in dossier.all(DataFlow)}
    assert set(figure.unheard) == wasted & leads_on
