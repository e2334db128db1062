"""The bin gives back what was removed, and forgets it only when asked twice."""

from datetime import datetime, timedelta

import pytest

from cxo_desktop.app import history, shelf
from cxo_desktop.domain.actions import Action
from cxo_desktop.ui.sections import bin as bin_module


@pytest.fixture
def section(window):
    action = window.desk.engagement.find(Action)[0]
    window.desk.remove(action, "Action removed")
    window.parts.routes.show_section("bin")
    section = window.pages["settings"].sections["bin"]
    section.action = action
    return section


def test_a_record_is_brought_back(section, window):
    assert section.list.keys == [section.action.id]
    section.list.select(section.action.id)
    section.back.click()
    assert section.action in window.desk.engagement.find(Action)
    assert section.list.keys == []
    assert section.words.text() == "The bin is empty."


def test_the_toast_takes_back_just_what_it_tells(section, window):
    other = window.desk.engagement.add(Action(title="Another"))
    window.parts.toast.undo.click()
    assert section.action in window.desk.engagement.find(Action)
    assert other in window.desk.engagement.find(Action)


def test_an_engagement_is_brought_back(section, window):
    other = window.desk.workspace.create("Second")
    other.close()
    shelf.remove(window.desk.workspace, other.code)
    section.refresh()
    section.list.select(f"engagement:{other.code}")
    section.back.click()
    assert other.code in {card.code for card in window.desk.engagements()}


def test_it_is_emptied_when_asked_twice(section, window):
    section.all.click()
    assert "cannot be undone" in section.words.text()
    assert len(history.in_bin(window.desk.engagement)) == 1
    section.all.click()
    assert section.words.text() == "1 thing is gone for good."
    assert history.in_bin(window.desk.engagement) == ()
    assert history.undoable(window.desk.engagement) is None


def test_after_thirty_days_emptying_is_offered(section, monkeypatch):
    assert not section.old.isVisible()

    class Later(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + timedelta(days=31)

    monkeypatch.setattr(bin_module, "datetime", Later)
    section.refresh()
    assert section.old.isVisible()
    section.old.click()
    assert section.list.keys == []
