"""A backup is whole, encrypted, verified before it is used, and undone by another restore."""

import os
from datetime import UTC, datetime, timedelta

import pytest

from cxo_desktop.domain.errors import Damaged, DiskFull, InputRefused
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.domain.interviews import Note
from cxo_desktop.store import backup as backup_module
from cxo_desktop.store.backup import (
    backups,
    make_backup,
    remove_backup,
    restore_backup,
    verify_backup,
)
from cxo_desktop.store.engagement_store import open_store

KEY = bytes(range(32))
NOW = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)


def opened(path):
    return open_store(path, KEY, device="laptop-1", ids=IdFactory())


def texts(path):
    store = opened(path)
    found = [note.text for note in store.records.list(Note)]
    store.close()
    return found


@pytest.fixture
def path(tmp_path):
    """An engagement that holds one note, and is closed."""
    store = opened(tmp_path / "engagement.db")
    store.records.add(Note(text="zanzibar before"))
    store.close()
    return tmp_path / "engagement.db"


def test_what_is_only_in_the_log_of_an_open_file_is_in_the_backup(path):
    store = opened(path)
    store.records.add(Note(text="just typed"))
    made = make_backup(path, KEY, NOW)
    store.records.add(Note(text="typed later"))
    store.close()
    restore_backup(path, KEY, made, LATER)
    assert texts(path) == ["zanzibar before", "just typed"]


def test_a_restore_keeps_what_it_replaces(path):
    made = make_backup(path, KEY, NOW)
    store = opened(path)
    store.records.add(Note(text="after the backup"))
    store.close()
    restore_backup(path, KEY, made, LATER)
    assert texts(path) == ["zanzibar before"]
    assert [one.made_at for one in backups(path)] == [LATER, NOW]
    restore_backup(path, KEY, backups(path)[0], LATER + timedelta(minutes=1))
    assert texts(path) == ["zanzibar before", "after the backup"]


def test_an_open_window_sees_what_was_restored(path):
    made = make_backup(path, KEY, NOW)
    store = opened(path)
    store.records.add(Note(text="after the backup"))
    version = store.records.data_version()
    restore_backup(path, KEY, made, LATER)
    assert store.records.data_version() != version
    assert [note.text for note in store.records.list(Note)] == ["zanzibar before"]
    store.records.add(Note(text="typed on"))
    store.close()
    assert texts(path) == ["zanzibar before", "typed on"]


def test_a_backup_is_encrypted_and_leaves_nothing_beside(path):
    made = make_backup(path, KEY, NOW)
    content = made.path.read_bytes()
    assert b"zanzibar" not in content
    assert b"SQLite format" not in content
    assert [file.name for file in made.path.parent.iterdir()] == [made.path.name]
    verify_backup(made, KEY)
    assert made.size == len(content)


def test_a_damaged_backup_is_not_used(path):
    made = make_backup(path, KEY, NOW)
    content = bytearray(made.path.read_bytes())
    content[len(content) // 3] ^= 1
    made.path.write_bytes(content)
    with pytest.raises(Damaged, match="older"):
        restore_backup(path, KEY, made, LATER)
    assert texts(path) == ["zanzibar before"]


def test_what_is_no_engagement_is_not_restored(path):
    made = make_backup(path, KEY, NOW)
    connection = backup_module.connect_keyed(made.path, KEY)
    connection.execute("ALTER TABLE engagement RENAME TO something_else")
    connection.close()
    with pytest.raises(Damaged):
        restore_backup(path, KEY, made, LATER)


@pytest.mark.parametrize("place", [0.0, 0.5, 0.99])
def test_a_damaged_engagement_is_brought_back_and_set_aside(path, place):
    made = make_backup(path, KEY, NOW)
    content = bytearray(path.read_bytes())
    content[int(len(content) * place)] ^= 0x40
    path.write_bytes(content)
    restore_backup(path, KEY, made, LATER)
    assert texts(path) == ["zanzibar before"]
    damaged = list(made.path.parent.glob("*.damaged"))
    assert [file.read_bytes() for file in damaged] == [bytes(content)]


def test_a_lost_engagement_is_brought_back(path):
    made = make_backup(path, KEY, NOW)
    path.unlink()
    restore_backup(path, KEY, made, LATER)
    assert texts(path) == ["zanzibar before"]


def test_a_full_disk_leaves_no_half_of_a_backup(path, monkeypatch):
    make_backup(path, KEY, NOW)

    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        make_backup(path, KEY, LATER)
    assert all(not file.name.startswith(".") for file in backups(path)[0].path.parent.iterdir())


def test_a_folder_that_is_a_file_is_told_in_words(path):
    (path.parent / "backups").write_bytes(b"")
    with pytest.raises(InputRefused):
        make_backup(path, KEY, NOW)


def test_a_removed_backup_is_gone(path):
    remove_backup(make_backup(path, KEY, NOW))
    assert backups(path) == ()


def test_files_of_others_among_the_backups_are_no_backups(path):
    made = make_backup(path, KEY, NOW)
    (made.path.parent / "notes.txt").write_text("mine")
    assert [one.path for one in backups(path)] == [made.path]
