"""What is nobody's and what nobody uses."""

from __future__ import annotations

from cxo_desktop.analysis.idle import idle
from cxo_desktop.domain.datachain import DataFlow, DataNode
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
