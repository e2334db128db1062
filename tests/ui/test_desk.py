"""The desk: one engagement at a time, refusals told, changes of others kept away."""

import pytest

from cxo_desktop.domain.errors import CxoError, NotFound
from cxo_desktop.domain.people import Person
from cxo_desktop.ui.desk import Desk


@pytest.fixture
def desk(app, sample):
    desk = Desk(sample)
    desk.open_wanted()
    yield desk
    desk.close()


def test_only_changes_of_the_open_engagement_are_told(desk):
    seen = []
    desk.changed.connect(seen.append)
    other = desk.workspace.create("Another")
    other.add(Person(role="Somebody"))
    other.close()
    assert seen == []
    desk.engagement.add(Person(role="Somebody"))
    assert [change.kinds for change in seen] == [frozenset({"person"})]


def test_another_engagement_takes_the_place_of_the_first(desk, qtbot):
    with qtbot.waitSignal(desk.opened):
        desk.create("Second")
    assert desk.engagement.organisation == "Second"
    assert len(desk.engagements()) == 2


def test_what_is_refused_is_told_and_gives_nothing(desk):
    told, unsaved = [], []
    desk.troubled.connect(told.append)
    desk.unsaved.connect(lambda: unsaved.append(True))
    assert desk.attempt(lambda: desk.open("no such code")) is None
    assert isinstance(told[0], NotFound)
    assert unsaved == []
    assert desk.write(lambda: desk.create("  ")) is None
    assert isinstance(told[1], CxoError)
    assert unsaved == [True]
    assert desk.write(lambda: 7) == 7


def test_the_engagement_asked_for_is_opened(app, sample):
    sample.workspace.create("Newest").close()
    desk = Desk(sample, "ENG-001")
    desk.open_wanted()
    assert desk.engagement.code == "ENG-001"
    desk.close()
    assert desk.engagement is None


def test_nothing_is_open_after_the_lock_and_the_same_comes_back(desk, qtbot):
    with qtbot.waitSignal(desk.let_go):
        desk.lock()
    assert desk.engagement is None
    assert desk.engagements() == ()
    assert desk.open_now == ("", "")
    desk.workspace.vault.unlock("one two three")
    desk.open_wanted()
    assert desk.engagement.code == "ENG-001"


def test_saved_is_not_said_before_it_is_on_the_disk(desk):
    """Inside an operation nothing is committed yet, and nobody is told."""
    told = []
    desk.changed.connect(told.append)
    with desk.engagement.operation("add two"):
        desk.engagement.add(Person(role="Driver"))
        desk.engagement.add(Person(role="Cook"))
        assert told == []
        other = desk.workspace.open("ENG-001")
        assert "Driver" not in {person.role for person in other.find(Person)}
        other.close()
    assert len(told) == 1


def test_what_is_removed_is_told_with_a_way_back(desk):
    said = []
    desk.said.connect(lambda words, undo: said.append((words, undo)))
    person = desk.engagement.add(Person(role="Driver"))
    desk.remove(person, "Person removed")
    assert said[0][0] == "Person removed"
    assert person not in desk.engagement.find(Person)
    said[0][1]()
    assert person in desk.engagement.find(Person)
    assert not desk.did(lambda: desk.open("no such code"))
