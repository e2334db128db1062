"""Backups come by themselves, little space is told, and what had to wait is saved at last."""

from datetime import UTC, datetime, timedelta

from cxo_desktop.app import backups, space
from cxo_desktop.domain.errors import DiskFull
from cxo_desktop.domain.people import Person
from cxo_desktop.ui import keeping
from cxo_desktop.ui.keeping import low_words


def idle(window, qtbot):
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)


def test_a_backup_is_there_after_the_start(window, qtbot):
    idle(window, qtbot)
    assert len(backups.backups(window.desk.engagement)) == 1


def test_another_comes_after_half_an_hour_of_use(window, qtbot, monkeypatch):
    idle(window, qtbot)

    class Later(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + timedelta(minutes=31)

    window.parts.keeping.look()
    idle(window, qtbot)
    assert len(backups.backups(window.desk.engagement)) == 1
    monkeypatch.setattr(keeping, "datetime", Later)
    window.desk.engagement.add(Person(role="Driver"))
    window.parts.keeping.look()
    idle(window, qtbot)
    assert len(backups.backups(window.desk.engagement)) == 2


def test_one_that_was_asked_for_is_told(window, qtbot):
    idle(window, qtbot)
    window.actions_by_key["backup.now"].trigger()
    idle(window, qtbot)
    assert window.parts.toast.text == "There is a fresh backup."
    made = backups.backups(window.desk.engagement)
    assert len(made) == 2
    assert datetime.now(UTC) - made[0].made_at < timedelta(minutes=1)


def test_little_space_is_told_and_enough_is_not(window, monkeypatch):
    monkeypatch.setattr(space.space, "space_left", lambda _folder: 150 * 1024 * 1024 + 5)
    window.parts.keeping.look()
    assert window.parts.banners.space.text.startswith("Only 150 MB are left")
    monkeypatch.undo()
    window.parts.keeping.look()
    assert window.parts.banners.space.text == ""
    assert low_words(0).startswith("Only 0 MB")


def test_the_reserve_is_set_aside(window, qtbot):
    idle(window, qtbot)
    window.parts.keeping.set_reserve_aside()
    idle(window, qtbot)
    assert (window.desk.workspace.path / "ballast").stat().st_size == 16 * 1024 * 1024


def test_what_a_full_disk_refused_is_saved_when_there_is_space(window, monkeypatch):
    full, tried = [True], []

    def save():
        tried.append(True)
        if full:
            raise DiskFull("It was not saved.", "The disk is full.", "Make room.")

    monkeypatch.setattr(window.pages["capture"], "before_lock", save)
    window.desk.write(save)
    assert window.top.saved.text == "Not saved"
    window.parts.keeping.look()
    assert window.top.saved.text == "Not saved"
    full.clear()
    window.parts.keeping.look()
    assert window.parts.toast.text == "There is space again, and what you typed is saved."
    assert len(tried) == 3
    window.parts.keeping.look()
    assert len(tried) == 3


def test_a_backup_that_fails_is_told(window, qtbot, monkeypatch):
    idle(window, qtbot)

    def fail(_engagement):
        raise DiskFull("No backup was made.", "The disk is full.", "Make room.")

    monkeypatch.setattr(keeping, "backup_now", fail)
    window.parts.keeping.back_up()
    idle(window, qtbot)
    assert "No backup was made." in window.notice.text


def test_it_looks_rarely_while_nothing_happens(window):
    assert window.parts.keeping._timer.interval() >= 60_000
