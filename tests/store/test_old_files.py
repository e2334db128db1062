"""A file of every schema there ever was is opened, upgraded, and says what it said."""

import shutil
from pathlib import Path

import pytest

from cxo_desktop.domain.attachments import Attachment
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.backup import backups
from cxo_desktop.store.check import Part, content_faults, file_faults
from cxo_desktop.store.database import open_database
from cxo_desktop.store.drafts import drafts
from cxo_desktop.store.driver import Database
from cxo_desktop.store.engagement_store import open_store
from cxo_desktop.store.schema import migrations

KEY = bytes.fromhex("0ddba11" * 9 + "0")
OLD_FILES = sorted(Path(__file__).with_name("old_files").glob("*.sqlcipher"))


@pytest.fixture(params=OLD_FILES, ids=lambda file: file.stem)
def path(request, tmp_path):
    """A copy of an old file, as nobody but SQLite may touch the original."""
    return Path(shutil.copyfile(request.param, tmp_path / "engagement.db"))


def opened(path):
    return open_store(path, KEY, device="laptop-of-today", ids=IdFactory())


def test_there_is_a_file_of_every_schema_but_the_newest():
    """The newest may still change; those before the first changed until the first file was kept."""
    known = [step.name for step in migrations.pending(Database(memory=True))]
    there = {file.stem for file in OLD_FILES}
    first = known.index("m003_drafts_and_erasures")
    assert set(known[first:-1]) <= there <= set(known)


def test_an_old_file_is_upgraded_and_says_what_it_said(path):
    store = opened(path)
    assert migrations.pending(store.db) == []
    assert store.records.list(Engagement)[0].organisation == "Asha Trust"
    note = store.records.list(Note)[0]
    assert note.text == "हम तीन बार लिखते हैं"
    assert len(store.history.versions(note.id)) == 2
    assert [one.cells["text"] for one in store.history.bin()] == ["removed"]
    assert [draft.text for draft in drafts(store.db)] == ["half a sen"]
    assert [one.name for one in store.records.list(Attachment)] == ["sheet.pdf"]
    store.records.add(Note(text="written today"))
    assert {fault.part for fault in content_faults(store)} == {Part.ATTACHMENTS}
    store.close()
    assert file_faults(path, KEY) == ()


def test_what_was_there_is_kept_before_an_upgrade(path):
    before = open_database(path, KEY, read_only=True)
    behind = bool(migrations.pending(before))
    before.close()
    opened(path).close()
    assert len(backups(path)) == behind


def test_an_upgrade_that_fails_changes_nothing(path, monkeypatch):
    def broken(db):
        db.execute("CREATE TABLE half_done (x)")
        raise ZeroDivisionError

    monkeypatch.setattr(migrations, "_migrations", [*migrations._migrations])
    migrations(name="m999_broken")(broken)
    with pytest.raises(ZeroDivisionError):
        opened(path)
    monkeypatch.undo()
    store = opened(path)
    assert not store.db.table("half_done").exists()
    assert len(backups(path)) == 1
    store.close()
