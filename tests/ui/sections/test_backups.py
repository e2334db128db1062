"""Backups are listed, made, and brought back with a way back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from cxo_desktop.app.backups import Backup, backups
from cxo_desktop.domain.people import Person
from cxo_desktop.ui.sections.backups import backup_row


@pytest.fixture
def section(window, qtbot):
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)
    window.parts.routes.show_section("backups")
    return window.pages["settings"].sections["backups"]


def idle(window, qtbot):
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)


def test_a_row_says_when_and_how_large():
    at = datetime(2026, 6, 1, 10, 42, 7, tzinfo=UTC)
    row = backup_row(Backup(Path("20260601.backup"), at, 300 * 1024))
    assert (row.title, row.aside) == ("1 Jun 2026, 10:42:07", "300 KB")


def test_one_made_now_is_listed(section, window, qtbot):
    assert len(section.list.keys) == 1
    section.now.click()
    idle(window, qtbot)
    assert len(section.list.keys) == 2


def test_what_is_restored_can_be_taken_back(section, window, qtbot):
    window.desk.engagement.add(Person(role="Driver"))
    assert not section.restore.isEnabled()
    section.list.select(section.list.keys[0])
    section.restore.click()
    idle(window, qtbot)
    assert "restore that one to go back" in section.words.text()
    roles = {person.role for person in window.desk.engagement.find(Person)}
    assert "Driver" not in roles
    section.list.select(section.list.keys[0])
    section.restore.click()
    idle(window, qtbot)
    roles = {person.role for person in window.desk.engagement.find(Person)}
    assert "Driver" in roles


def test_a_damaged_backup_is_refused_and_nothing_is_changed(section, window, qtbot):
    spoilt = backups(window.desk.engagement)[0]
    whole = bytearray(spoilt.path.read_bytes())
    whole[len(whole) // 2] ^= 1
    spoilt.path.write_bytes(whole)
    window.desk.engagement.add(Person(role="Driver"))
    section.list.select(spoilt.path.stem)
    section.restore.click()
    idle(window, qtbot)
    assert "damaged" in section.words.text()
    assert "Driver" in {person.role for person in window.desk.engagement.find(Person)}
