"""Whatever was found leads to where it is shown."""

import pytest

from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.interviews import Note
from cxo_desktop.ui.dialogs.history import HistoryDialog


@pytest.mark.parametrize(
    ("key", "page"),
    [
        ("note:N055", "capture"),
        ("interview:I03", "capture"),
        ("person:P01", "people"),
        ("data_node:D07", "maps"),
        ("data_flow:F01", "maps"),
    ],
)
def test_the_page_of_a_record(window, qtbot, key, page):
    window.go_to("home")
    window.desk.record_asked.emit(key)
    assert window.stack.key == page
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)
    if key.startswith("interview"):
        assert window.capture.code == "I03"


@pytest.mark.parametrize(
    ("key", "page"), [("action:A11", "actions"), ("tool:TL1", "costs"), ("finding:FN8", "records")]
)
def test_a_record_without_a_page_of_its_own_is_shown_in_a_table(window, key, page):
    window.desk.record_asked.emit(key)
    assert window.stack.key == page
    assert window.pages[page].current_record().code == key.split(":")[1]


def test_an_interview_with_somebody_is_asked_for(window):
    window.desk.interview_asked.emit("P04")
    assert window.stack.key == "capture"


def test_something_that_is_not_there_leads_nowhere(window):
    window.go_to("home")
    window.desk.record_asked.emit("action:none")
    window.desk.record_asked.emit("nothing:none")
    assert window.findChild(HistoryDialog) is None
    assert window.stack.key == "home"


def test_a_line_of_an_interview_is_removed_and_comes_back(window):
    window.desk.record_asked.emit("note:N055")
    window.actions_by_key["record.remove"].trigger()
    assert window.parts.toast.text == "Note removed"
    assert window.desk.engagement.find(Note, code="N055") == ()
    window.actions_by_key["undo"].trigger()
    assert len(window.desk.engagement.find(Note, code="N055")) == 1


def test_what_is_selected_can_be_removed_and_looked_back_at(window, monkeypatch):
    window.go_to("home")
    window.actions_by_key["record.remove"].trigger()
    assert window.parts.toast.text == "Nothing is selected here."
    action = window.desk.engagement.find(Action)[0]
    monkeypatch.setattr(window.pages["home"], "current_record", lambda: action)
    window.actions_by_key["record.history"].trigger()
    assert window.findChild(HistoryDialog).isVisible()
    window.findChild(HistoryDialog).close()
    window.actions_by_key["record.remove"].trigger()
    assert window.parts.toast.text == "Action removed"
    assert action not in window.desk.engagement.find(Action)
    window.parts.toast.undo.click()
    assert action in window.desk.engagement.find(Action)
