"""Flow, cost and action lines make what they say, change it, and take it away again."""

from datetime import timedelta

import pytest

from cxo_desktop.app.history import undo
from cxo_desktop.app.indicators import indicators
from cxo_desktop.app.interviews import start_interview
from cxo_desktop.app.lines import change_line, keep_line
from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.enums import CostKind, Frequency
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.line_grammar import parse_line
from cxo_desktop.domain.people import PersonName
from cxo_desktop.domain.tools import CostItem


@pytest.fixture
def keep(sample):
    sample.add(PersonName(person="P05", full_name="Imran Shaikh", aliases=("Imran",)))
    code = start_interview(sample, person="P06").code
    return lambda line: keep_line(sample, interview=code, line=line)


def counts(sample):
    kinds = (Note, DataNode, DataFlow, CostItem, Action)
    return [len(sample.find(kind)) for kind in kinds]


def test_a_flow_line_makes_flows_between_known_and_new_places(sample, keep):
    before = counts(sample)
    note = keep("> village register > +CommCare > @imran : monthly by hand")
    flows = [sample.get(DataFlow, code) for code in note.refs if code.startswith("F")]
    nodes = {node.code: node for node in sample.find(DataNode)}
    assert [flow.frequency for flow in flows] == [Frequency.MONTHLY] * 2
    assert nodes[flows[0].source].name == "village register"
    assert nodes[flows[0].target].tool in note.refs
    assert nodes[flows[1].target].name == "M&E lead"
    assert all(flow.noted_in == note.code for flow in flows)
    indicators(sample.dossier(), sample.today())
    undo(sample)
    assert counts(sample) == before


def test_a_flow_that_is_there_already_is_not_made_again(sample, keep):
    flow = sample.find(DataFlow)[0]
    names = {node.code: node.name for node in sample.find(DataNode)}
    before = counts(sample)
    note = keep(f"> {names[flow.source]} > {names[flow.target]}")
    assert flow.code in note.refs
    assert counts(sample) == [before[0] + 1, *before[1:]]
    changed = change_line(sample, note, parse_line("just words"))
    assert flow.code not in changed.refs
    assert sample.get(DataFlow, flow.code) == flow


def test_other_words_change_the_flow_and_no_flow_takes_it_away(sample, keep):
    before = counts(sample)
    note = keep("> aa > bb > cc")
    flow = sample.find(DataFlow, noted_in=note.code)[0]
    changed = change_line(sample, note, parse_line("> aa > bb : weekly"))
    assert [f.id for f in sample.find(DataFlow, noted_in=note.code)] == [flow.id]
    assert sample.get(DataFlow, flow.code).frequency is Frequency.WEEKLY
    assert len(sample.find(DataNode, noted_in=note.code)) == 2
    changed = change_line(sample, changed, parse_line("! aa and bb"))
    assert changed.refs == ()
    assert counts(sample) == [before[0] + 1, *before[1:]]


def test_a_place_another_line_needs_stays(sample, keep):
    first = keep("> aa > bb")
    keep("> bb > cc")
    change_line(sample, first, parse_line("nothing of the kind"))
    assert [n.name for n in sample.find(DataNode) if n.name in {"aa", "bb", "cc"}] == ["bb", "cc"]


def test_a_cost_line(sample, keep):
    note = keep("= re-count: 6h x 4 /month @400 in +CommCare")
    cost = sample.find(CostItem, noted_in=note.code)[0]
    assert (cost.hours, cost.amount_inr, cost.period, cost.kind) == (
        24,
        9600,
        "monthly",
        CostKind.STAFF_TIME,
    )
    assert cost.tool in note.refs
    assert cost.code in note.refs
    change_line(sample, note, parse_line("= 5h x 4 /month"))
    again = sample.find(CostItem, noted_in=note.code)[0]
    assert (again.id, again.hours, again.amount_inr) == (cost.id, 20, None)


def test_a_cost_of_which_nothing_is_known_is_only_a_note(sample, keep):
    note = keep("= a lot")
    assert sample.find(CostItem, noted_in=note.code) == ()


def test_an_action_line(sample, keep):
    note = keep("[] send both counts @imran fri")
    action = sample.find(Action, raised_from=note.code)[0]
    assert (action.title, action.owner, action.side) == ("send both counts", "P05", "NGO")
    ahead = action.due_on - action.raised_on
    assert timedelta() < ahead <= timedelta(days=7)
    sample.put(type(action)(**{**_fields(action), "done_on": action.raised_on}))
    change_line(sample, note, parse_line("[] send both counts"))
    changed = sample.find(Action, raised_from=note.code)[0]
    assert (changed.id, changed.owner, changed.due_on) == (action.id, None, None)
    assert changed.done_on == action.raised_on


def _fields(action):
    return {name: getattr(action, name) for name in action.__dataclass_fields__}
