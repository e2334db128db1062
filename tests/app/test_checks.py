"""A check of an engagement, damaged or not, ends in words that help."""

import pytest

from cxo_desktop.app.backups import backup_now
from cxo_desktop.app.checks import Part, check
from cxo_desktop.domain.interviews import Note


@pytest.fixture
def folder(workspace):
    opened = workspace.create("Asha Trust")
    opened.add(Note(text="typed twice"))
    backup_now(opened)
    opened.close()
    return workspace.find("").folder


def test_what_is_whole_is_told_as_whole(workspace, folder):
    report = check(workspace)
    assert report.sound
    assert report.lines() == ["Everything is whole."]
    assert report.readable["note"] == 1


def test_the_sample_is_whole(workspace, sample):
    assert check(workspace, "ENG-001").faults == ()


def test_a_damaged_engagement_names_the_backup_to_bring_back(workspace, folder):
    file = next(folder.glob("engagement.d*"))
    content = bytearray(file.read_bytes())
    content[-100] ^= 1
    file.write_bytes(content)
    report = check(workspace)
    assert {fault.part for fault in report.faults} >= {Part.PAGES}
    assert report.backups[0] in report.lines()[-1]


def test_a_damaged_backup_is_a_fault_of_its_own(workspace, folder):
    file = next((folder / "backups").iterdir())
    file.write_bytes(file.read_bytes()[:5000])
    report = check(workspace)
    assert ["backup" in fault.words for fault in report.faults] == [True]
    assert report.backups == ()


def test_what_cannot_be_opened_is_said_to_be_unreadable(workspace, folder):
    file = next(folder.glob("engagement.d*"))
    file.write_bytes(b"not a database at all" * 500)
    report = check(workspace, folder.name)
    assert "Nothing of it can be read." in report.lines()
