"""What SQLite says reaches a person in words, each kind of trouble with its own remedy."""

from datetime import UTC, datetime

import pytest

from cxo_desktop.domain.errors import Damaged, DiskFull, Locked, ReadOnly
from cxo_desktop.store.backup import make_backup, restore_backup
from cxo_desktop.store.connection import connect_keyed, in_words, page_of, reading, told
from cxo_desktop.store.database import open_database
from cxo_desktop.store.driver import DatabaseError, OperationalError

KEY = bytes(32)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (5, Locked),
        (8, ReadOnly),
        (10, Damaged),
        (10 | 3 << 8, Damaged),
        (11, Damaged),
        (13, DiskFull),
        (14, Locked),
        (26, Damaged),
    ],
)
def test_each_kind_of_trouble_has_its_words(code, kind):
    error = DatabaseError("raw words")
    error.sqlite_errorcode = code
    words = in_words("The change was not saved.", error)
    assert type(words) is kind
    assert words.what == "The change was not saved."
    assert words.why
    assert words.remedy


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("file is not a database", Damaged),
        ("database disk image is malformed", Damaged),
        ("database or disk is full", DiskFull),
        ("disk I/O error", Damaged),
        ("attempt to write a readonly database", ReadOnly),
        ("database is locked", Locked),
        ("unable to open database file", Locked),
    ],
)
def test_a_backup_s_trouble_is_known_by_its_words(raw, kind):
    assert type(in_words("No backup was made.", OperationalError(raw))) is kind


def test_a_fault_of_the_program_is_not_dressed_up():
    connection = connect_keyed(None, b"")
    with pytest.raises(OperationalError, match="no such table"), told("It went wrong."):
        connection.execute("SELECT * FROM nowhere")
    connection.close()


def test_a_full_database_is_told_with_a_remedy(tmp_path):
    connection = connect_keyed(tmp_path / "e.db", KEY)
    connection.execute("CREATE TABLE t (x)")
    connection.execute("PRAGMA max_page_count = 2")
    with pytest.raises(DiskFull, match="Free some space"), told("The change was not saved."):
        connection.execute("INSERT INTO t VALUES (randomblob(20000))")
    connection.close()


def test_a_file_is_read_where_nothing_can_be_made_beside_it(tmp_path):
    path = tmp_path / "e.db"
    connection = connect_keyed(path, KEY)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    for mode in ("ro", "immutable"):
        reader = connect_keyed(path, KEY, mode)
        assert reader.execute("SELECT count(*) FROM t").fetchone()[0] == 0
        with pytest.raises(ReadOnly), told("Not written."):
            reader.execute("INSERT INTO t VALUES (1)")
        reader.close()


def test_a_path_with_odd_signs_is_the_path_that_is_opened(tmp_path):
    path = tmp_path / "50% ? # नोट.db"
    connect_keyed(path, KEY).execute("CREATE TABLE t (x)")
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_connection_that_failed_is_opened_anew_before_the_next_use(tmp_path):
    db = open_database(tmp_path / "e.db", bytes(32))
    first = db.conn
    with pytest.raises(Damaged), told("It failed.", db):
        raise OperationalError("disk I/O error")
    with reading(db):
        assert db.conn is not first
        assert db.execute("SELECT count(*) FROM note").fetchone() == (0,)
    second = db.conn
    with reading(db):
        assert db.conn is second
    db.close()


def test_what_may_only_be_read_stays_so_when_it_is_opened_anew(tmp_path):
    open_database(tmp_path / "e.db", bytes(32)).close()
    db = open_database(tmp_path / "e.db", bytes(32), read_only=True)
    with pytest.raises(Damaged), told("It failed.", db):
        raise OperationalError("disk I/O error")
    with pytest.raises(ReadOnly), told("It was not written.", db):
        db.execute("DELETE FROM note")
    db.close()


def test_a_file_of_small_pages_opens_and_its_copies_keep_them(tmp_path):
    path = tmp_path / "engagement.db"
    connect_keyed(path, KEY, page=4096).execute("CREATE TABLE engagement (id)")
    again = connect_keyed(path, KEY)
    assert (page_of(again), again.execute("SELECT count(*) FROM engagement").fetchone()) == (
        4096,
        (0,),
    )
    again.close()
    made = make_backup(path, KEY, datetime.now(UTC))
    path.unlink()
    restore_backup(path, KEY, made, datetime.now(UTC))
    restored = connect_keyed(path, KEY)
    assert page_of(restored) == 4096
    restored.close()
