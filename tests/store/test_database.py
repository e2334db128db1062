"""An engagement's file is flushed at each commit, and refuses what it cannot hold."""

import subprocess
import sys

import pytest

from cxo_desktop.domain.errors import Damaged, Locked, ReadOnly
from cxo_desktop.store.connection import connect_keyed
from cxo_desktop.store.database import is_newer, open_database, write

KEY = bytes(32)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "engagement.db"


def test_every_commit_is_flushed(path):
    db = open_database(path, KEY)
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert db.execute("PRAGMA synchronous").fetchone()[0] == 2
    db.close()


def test_a_second_connection_is_flushed_too(path):
    open_database(path, KEY).close()
    db = open_database(path, KEY)
    assert db.execute("PRAGMA synchronous").fetchone()[0] == 2
    db.close()


def test_a_failed_transaction_leaves_nothing(path):
    db = open_database(path, KEY)
    with pytest.raises(ZeroDivisionError), write(db):
        db.table("meta").insert({"key": "a", "value": "1"})
        raise ZeroDivisionError
    assert db.table("meta").count == 0
    db.close()


def test_an_inner_failure_leaves_the_outer_work(path):
    db = open_database(path, KEY)
    with write(db):
        db.table("meta").insert({"key": "outer", "value": "1"})
        with pytest.raises(ZeroDivisionError), write(db):
            db.table("meta").insert({"key": "inner", "value": "1"})
            raise ZeroDivisionError
    assert [row["key"] for row in db.table("meta").rows] == ["outer"]
    db.close()


def test_no_database_is_told_as_damaged(path):
    path.write_bytes(b"this is a shopping list, not a database" * 100)
    with pytest.raises(Damaged, match="damaged or is not an engagement"):
        open_database(path, KEY)


def test_a_newer_file_can_be_read_and_not_written(path):
    db = open_database(path, KEY)
    db.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('cxo_desktop', 'm999_future', '2030-01-01')"
    )
    db.table("meta").insert({"key": "said", "value": "kept"})
    db.close()
    newer = open_database(path, KEY)
    assert is_newer(newer)
    assert [row["value"] for row in newer.table("meta").rows] == ["kept"]
    with pytest.raises(ReadOnly, match="reading only"), write(newer):
        newer.table("meta").insert({"key": "more", "value": "1"})
    newer.close()


def test_a_file_opened_for_reading_is_not_touched(path):
    open_database(path, KEY).close()
    before = path.stat().st_mtime_ns
    db = open_database(path, KEY, read_only=True)
    with pytest.raises(ReadOnly), write(db):
        db.table("meta").insert({"key": "more", "value": "1"})
    db.close()
    assert path.stat().st_mtime_ns == before


def test_a_file_held_by_another_program_is_told_as_locked(path, monkeypatch):
    open_database(path, KEY).close()
    monkeypatch.setattr("cxo_desktop.store.connection._BUSY_SECONDS", 0.05)
    holder = connect_keyed(path, KEY)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(Locked, match="Another program"):
        open_database(path, KEY)
    holder.close()


def test_a_change_waits_for_the_turn_of_another_program(path, monkeypatch):
    db, holder = open_database(path, KEY), open_database(path, KEY)
    holder.conn.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr("cxo_desktop.store.database._PATIENCE", 0.05)
    with pytest.raises(Locked, match="not saved"), write(db):
        pytest.fail("two may not write at once")
    monkeypatch.setattr("cxo_desktop.store.database._PATIENCE", 30)
    looks = iter(range(4))
    monkeypatch.setattr(
        "cxo_desktop.store.database.time.sleep",
        lambda _seconds: next(looks) == 2 and holder.conn.execute("COMMIT"),
    )
    with write(db):
        db.table("meta").insert({"key": "said", "value": "kept"})
    assert [row["key"] for row in holder.table("meta").rows] == ["said"]
    db.close()
    holder.close()


def test_what_was_committed_survives_a_kill(path):
    code = (
        "import os, signal, sys; from pathlib import Path; "
        "from cxo_desktop.store.database import open_database, write\n"
        "db = open_database(Path(sys.argv[1]), bytes(32))\n"
        "with write(db): db.table('meta').insert({'key': 'said', 'value': 'kept'})\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert done.returncode == -9
    assert path.with_name("engagement.db-wal").exists()
    db = open_database(path, KEY)
    assert [row["value"] for row in db.table("meta").rows] == ["kept"]
    db.close()


def test_a_file_is_never_written_without_its_key(path):
    with pytest.raises(ValueError, match="without its key"):
        open_database(path)
    assert not path.exists()


def test_nothing_is_readable_in_the_file_or_its_log(path):
    db = open_database(path, KEY)
    with write(db):
        db.table("meta").insert({"key": "said", "value": "zanzibar-canary"})
    held = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"zanzibar" not in held
    assert b"CREATE TABLE" not in held
    db.close()


def test_another_key_is_told_as_damage(path):
    open_database(path, KEY).close()
    with pytest.raises(Damaged):
        open_database(path, b"x" * 32)
