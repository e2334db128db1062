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
