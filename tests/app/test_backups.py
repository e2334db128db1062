"""Backups come by themselves, stay as long as they are of use, and bring back what was lost."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cxo_desktop.app import backups
from cxo_desktop.app.import_people import plan, take_in
from cxo_desktop.app.import_texts import import_texts
from cxo_desktop.app.map_import import import_maps
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.interviews import Note
from cxo_desktop.exchange.sheet_tables import SheetTable

BPMN = sorted(Path(__file__).parents[1].glob("exchange/bpmn_files/*.bpmn"))


def texts(workspace):
    opened = workspace.open()
    found = [note.text for note in opened.find(Note)]
    opened.close()
    return found


def test_a_backup_is_due_on_the_first_start_and_after_each_half_hour_of_use(empty):
    start = datetime.now(UTC)
    assert backups.due(empty, start)
    backups.backup_now(empty, start)
    later = start + timedelta(minutes=31)
    os.utime(empty.store.path, (later.timestamp(), later.timestamp()))
    assert not backups.due(empty, start + timedelta(minutes=29))
    assert backups.due(empty, later)


def test_none_is_due_when_nothing_was_written(empty, workspace):
    backups.backup_now(empty, datetime.now(UTC) + timedelta(seconds=1))
    assert not backups.due(empty, datetime.now(UTC) + timedelta(days=3))


def test_one_from_the_future_holds_none_up(empty):
    now = datetime.now(UTC)
    backups.backup_now(empty, now + timedelta(days=300))
    assert backups.due(empty, now)


def test_old_ones_are_thinned_out_as_new_ones_come(empty):
    now = datetime(2026, 11, 24, 12, tzinfo=UTC)
    for hours in (100, 99, 98, 3, 2.9):
        backups.backup_now(empty, now - timedelta(hours=hours))
    backups.backup_now(empty, now)
    ages = [(now - one.made_at) / timedelta(hours=1) for one in backups.backups(empty)]
    assert ages == pytest.approx([0, 2.9, 98])


def test_what_was_lost_is_brought_back_and_that_too(empty, workspace):
    empty.add(Note(text="kept"))
    made = backups.backup_now(empty)
    empty.remove(empty.find(Note)[0])
    empty.add(Note(text="written since"))
    backups.restore(workspace, "", made.path.stem)
    assert texts(workspace) == ["kept"]
    assert [note.text for note in empty.find(Note)] == ["kept"]
    backups.restore(workspace, "", "latest")
    assert texts(workspace) == ["written since"]


def test_a_damaged_engagement_is_brought_back(workspace):
    opened = workspace.create("Asha Trust")
    opened.add(Note(text="kept"))
    backups.backup_now(opened)
    opened.close()
    folder = workspace.find("").folder
    for path in folder.glob("engagement.d*"):
        path.write_bytes(b"not a database at all" * 500)
    backups.restore(workspace, folder.name, "latest")
    assert texts(workspace) == ["kept"]


def test_one_is_made_before_an_import(empty, workspace, tmp_path):
    file = tmp_path / "notes.md"
    file.write_text("Asha: we type it twice\n", encoding="utf-8")
    import_texts(empty, [file], dry_run=True)
    assert backups.backups(empty) == ()
    import_texts(empty, [file])
    assert empty.find(Note)
    backups.restore(workspace, "", "latest")
    assert texts(workspace) == []


def test_one_is_made_before_people_or_maps_come_in_and_none_twice(empty):
    table = SheetTable("people.csv", ("Role",), (("Clerk",),))
    take_in(empty, plan(empty.dossier(), table, ("role",)))
    assert len(backups.backups(empty)) == 1
    assert backups.back_up_before(empty) is not None
    assert backups.back_up_before(empty) is None
    empty.add(Note(text="written since"))
    with pytest.raises(InputRefused):
        import_maps(empty, [Path("nowhere.bpmn")])
    assert len(backups.backups(empty)) == 2
    import_maps(empty, BPMN[:1])
    assert len(backups.backups(empty)) == 3


def test_a_name_that_is_none_is_told(empty, workspace):
    for name in ("latest", "20200101T000000.000000Z", "../engagement"):
        with pytest.raises(NotFound, match="backup list"):
            backups.restore(workspace, "", name)
