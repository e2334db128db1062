"""A line goes with what it made, whoever asks for it, and all of that comes back together."""

from cxo_desktop.app import history, records
from cxo_desktop.app.lines import keep_line
from cxo_desktop.app.removals import bring_back, remove_record
from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.tools import Tool


def test_a_line_and_its_action_go_and_come_back(sample):
    note = keep_line(sample, interview="I07", line="[] send both counts @P09 fri")
    gone = remove_record(sample, note)
    assert sample.find(Action, raised_from=note.code) == ()
    bring_back(sample, gone)
    assert [it.title for it in sample.find(Action, raised_from=note.code)] == ["send both counts"]
    assert history.undo(sample).name == "bring back line"
    history.undo(sample)
    assert sample.find(Action, raised_from=note.code) != ()
    records.remove_record(sample, "note", note.code)
    assert sample.find(Action, raised_from=note.code) == ()


def test_any_other_record_goes_alone(sample):
    tool = sample.find(Tool)[0]
    assert remove_record(sample, tool) == (tool,)
    bring_back(sample, (tool,))
    assert sample.get(Tool, tool.code) == tool
