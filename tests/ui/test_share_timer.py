"""Exchanges that come by themselves: when they should, never while locked, saying what is true."""

import shutil

import pytest

from cxo_desktop.domain.interviews import Note
from cxo_desktop.ui.share_timer import ShareTimer
from tests.ui.sharing import settled


class Steady:
    """A clock that goes when told."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Steady()


def test_it_comes_when_due_and_not_while_locked(open_window, pair, qtbot, clock):
    window = open_window(pair.mine)
    desk, battery = window.desk, []
    work = window.parts.share
    settled(qtbot, work)
    work.findChild(ShareTimer).deleteLater()
    timer = ShareTimer(desk, work, on_battery=lambda: bool(battery), steady=clock)
    timer.look()
    assert work.busy
    settled(qtbot, work)
    assert (work.now.away, work.now.status.waiting) == ("", 0)
    clock.now += 1
    desk.engagement.add(Note(text="mine"))
    assert work.now.status.waiting == 1
    clock.now += 10
    timer.look()
    assert not work.busy
    clock.now += 15
    battery.append(True)
    timer.look()
    assert not work.busy
    battery.clear()
    desk.settings.change(exchange="asked")
    timer.look()
    assert not work.busy
    desk.settings.change(exchange="")
    timer.look()
    settled(qtbot, work)
    assert work.now.status.waiting == 0
    check_away_and_back(pair, timer, work, clock, qtbot)
    clock.now += 100
    desk.lock()
    timer.look()
    assert not work.busy
    assert work.now.status is None


def check_away_and_back(pair, timer, work, clock, qtbot):
    """The share goes away and comes back; the window says so, and shows what came in."""
    shutil.move(pair.place, pair.place.with_name("elsewhere"))
    clock.now += 61
    timer.look()
    settled(qtbot, work)
    assert str(pair.place) in work.now.away
    shutil.move(pair.place.with_name("elsewhere"), pair.place)
    pair.theirs(lambda engagement: engagement.add(Note(text="theirs")))
    clock.now += 61
    timer.look()
    settled(qtbot, work)
    assert work.now.away == ""
    assert {note.text for note in work._desk.engagement.find(Note)} == {"one two", "mine", "theirs"}
