"""A note becomes an arrow, a time or a cost in one step that undo names, and stays behind it."""

import pytest

from cxo_desktop.app.done_words import done_words
from cxo_desktop.app.history import undo
from cxo_desktop.app.map_notes import notes_to_place
from cxo_desktop.app.map_placing import becoming, named_part, place
from cxo_desktop.app.maps import map_card
from cxo_desktop.app.placings import Becomes, Placing
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.enums import Frequency
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.domain.tools import CostItem, Tool


@pytest.fixture
def drawn(empty):
    """A chain of two places that nothing joins yet, and a process of two steps."""
    tool = empty.add(Tool(name="CommCare"))
    empty.add(DataNode(code="D1", name="Paper register"))
    empty.add(DataNode(code="D2", name="Month sheet", tool=tool.code))
    empty.add(ProcessMap(code="PM", name="Month end"))
    for code, label in (("a", "Merge lists"), ("b", "Sign report")):
        empty.add(Step(map="PM", code=code, label=label))
    empty.add(Transition(map="PM", source="a", target="b"))
    return empty


def suggestion(opened, code, text, **more):
    note = opened.add(Note(text=text, **more))
    return next(it for it in notes_to_place(opened.dossier(), code) if it.note.code == note.code)


def taken(opened, code, text):
    found = suggestion(opened, code, text)
    place(opened, code, found.note.code, found.placing)
    return found.placing, opened.get(Note, found.note.code)


def test_a_captured_flow_becomes_an_edge_with_how_often(drawn):
    placing, note = taken(drawn, "chain", "From the paper register into the month sheet, weekly")
    (flow,) = drawn.find(DataFlow)
    assert (placing.becomes, flow.source, flow.target) == (Becomes.FLOW, "D1", "D2")
    assert (flow.frequency, flow.noted_in) == (Frequency.WEEKLY, note.code)
    assert note.refs == (flow.code,)
    assert done_words(undo(drawn).name).endswith("Note placed as a flow")
    assert (drawn.find(DataFlow), drawn.get(Note, note.code).refs) == ((), ())


def test_times_go_to_work_waiting_handling_and_hours_a_month(drawn):
    work, note = taken(drawn, "PM", "Merge lists takes 40 minutes")
    wait, _note = taken(drawn, "PM", "it waits 2 days to sign report")
    assert (work.becomes, wait.becomes) == (Becomes.WORK, Becomes.WAIT)
    steps = {step.code: step for step in drawn.find(Step)}
    assert (steps["a"].touch_minutes, steps["b"].wait_hours) == (40, 48)
    assert note.refs == ("PM/a",)
    drawn.add(DataFlow(code="F", source="D1", target="D2"))
    taken(drawn, "chain", "paper register to month sheet: 90 minutes")
    taken(drawn, "chain", "paper register to month sheet, 6 hours a month")
    flow = drawn.get(DataFlow, "F")
    assert (flow.handling_typical_hours, flow.staff_hours_per_month) == (1.5, 6)


def test_a_number_that_is_known_is_not_put_over_by_another(drawn):
    taken(drawn, "PM", "Merge lists takes 40 minutes")
    placing, note = taken(drawn, "PM", "Merge lists takes 3 hours")
    assert placing.becomes is Becomes.EVIDENCE
    assert drawn.find(Step)[0].touch_minutes == 40
    assert note.refs == ("PM/a",)


def test_a_cost_becomes_one_of_the_tool_and_only_once(drawn):
    placing, note = taken(drawn, "chain", "The month sheet costs us ₹2,000 a month")
    place(drawn, "chain", note.code, placing)
    (cost,) = drawn.find(CostItem)
    assert (cost.amount_inr, cost.period, cost.noted_in) == (2000, "monthly", note.code)
    assert cost.tool == drawn.find(Tool)[0].code


def test_what_may_not_leave_gives_no_number(drawn):
    found = suggestion(drawn, "PM", "Merge lists takes 40 minutes", person="P1", interview="I1")
    assert found.placing == Placing(Becomes.EVIDENCE, "a")


def test_what_does_not_fit_is_refused_and_nothing_is_kept(drawn):
    note = drawn.add(Note(text="x"))
    for placing in (
        Placing(Becomes.WORK, "a"),
        Placing(Becomes.MONTHLY, "a", amount=2),
        Placing(Becomes.FLOW, "a"),
        Placing(Becomes.COST, "a"),
    ):
        with pytest.raises(InputRefused):
            place(drawn, "PM", note.code, placing)
    assert drawn.get(Note, note.code).refs == ()


def test_parts_are_named_by_their_words(drawn):
    card = map_card(drawn.dossier(), "PM")
    assert named_part(drawn.dossier(), card, "merge") == ("a", "")
    assert named_part(drawn.dossier(), card, "sign > merge lists") == ("b", "a")
    arrow = named_part(drawn.dossier(), card, "“Merge lists” to “Sign report”")[0]
    assert arrow in {"a>b", drawn.find(Transition)[0].code}
    assert Becomes.WORK in becoming(card)
