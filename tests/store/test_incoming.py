"""What colleagues did comes into log, rows and index; what is not understood waits."""

from cxo_desktop.domain.changes import ERASE
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.search_query import parse_query
from cxo_desktop.store import engagement_store, row_writer
from cxo_desktop.store.check import content_faults
from cxo_desktop.store.conflicts import conflicts
from cxo_desktop.store.engagement_store import open_store
from tests.store.sync_store import received, seal_own, take_in


def made(row, **cells):
    return ("note", row, "", cells)


def set_(row, field, value):
    return ("note", row, field, {field: value})


def test_rows_are_there_can_be_found_and_have_a_history(store):
    taken = take_in(store, received("ravi", 1, (5, made("N1", code="N-1", text="twice a week"))))
    assert (taken.changes, taken.tables) == (1, {"note"})
    [note] = store.records.list(Note)
    assert (note.code, note.text) == ("N-1", "twice a week")
    assert [one.code for one in store.search.find(parse_query("twice"))] == ["N-1"]
    [version] = store.history.versions("N1")
    assert version.operation.device == "ravi"
    assert content_faults(store) == ()


def test_a_set_that_comes_before_its_making_waits_for_it(store):
    take_in(store, received("meena", 1, (9, set_("N1", "visit", "b")), deps={"ravi": 1}))
    assert store.records.list(Note) == ()
    take_in(store, received("ravi", 1, (5, made("N1", visit="a"))))
    assert store.records.list(Note)[0].visit == "b"


def test_a_later_own_change_has_a_later_instant(store):
    far = (1 << 61) + 5
    take_in(store, received("ravi", 1, (far, made("N1", visit="a"))))
    [note] = store.records.list(Note)
    store.records.add(Note(text="mine"))
    newest = store.db.execute("SELECT max(instant) FROM operation").fetchone()[0]
    assert newest > far
    assert note


def test_concurrent_values_become_a_conflict(store):
    take_in(store, received("ravi", 1, (5, made("N1", visit="a"))))
    seal = store.records
    with seal.operation("change"):
        store.rows.set_field("note", "N1", "visit", "mine")
    seal_own(store)
    take_in(store, received("ravi", 2, (6, set_("N1", "visit", "theirs"))))
    [conflict] = conflicts(store.db)
    values = [conflict.contested.shown.value, *(s.value for s in conflict.contested.others)]
    assert values == ["mine", "theirs"]


def test_an_erasure_blanks_the_log_and_later_news_of_the_row(store):
    take_in(store, received("ravi", 1, (5, made("N1", text="Sunita"))))
    taken = take_in(store, received("ravi", 2, (7, ("note", "N1", ERASE, None))))
    assert taken.erased == {("note", "N1")}
    take_in(store, received("meena", 1, (6, set_("N1", "text", "Sunita too")), deps={"ravi": 1}))
    values = store.db.execute("SELECT value FROM change WHERE value NOT NULL").fetchall()
    assert values == []
    assert store.records.list(Note) == ()
    assert store.search.find(parse_query("Sunita")) == []


def test_what_this_version_does_not_know_waits_and_is_replayed(store, monkeypatch):
    take_in(
        store,
        received(
            "ravi",
            1,
            (5, made("N1", text="known", mood="glad"), ("vote", "V1", "", {"of": "N1"})),
            (6, made("N2", text="strange", kind="prophecy")),
            unread=['["a new kind"]'],
        ),
    )
    assert [note.text for note in store.records.list(Note)] == ["known"]
    assert content_faults(store) == ()
    waiting = store.db.execute('SELECT "table", "row" FROM pending_row ORDER BY 2').fetchall()
    assert waiting == [("note", "N1"), ("note", "N2"), ("vote", "V1")]
    assert store.db.execute("SELECT body FROM pending_op").fetchall() == [('["a new kind"]',)]
    with store.records.operation("change"):
        store.rows._log.append(1, "note", "N2", "kind", {"kind": "pain_point"})
    assert store.incoming.replay_pending() == 3
    assert {note.text for note in store.records.list(Note)} == {"known", "strange"}


def test_a_newer_version_shows_what_waited_when_it_opens_the_file(tmp_path, monkeypatch):
    """The version of today plays the older one, which does not know a kind of note."""
    path, key = tmp_path / "engagement.db", bytes(32)
    old = open_store(path, key, device="laptop-1", ids=IdFactory())
    with monkeypatch.context() as patch:
        patch.setattr(row_writer, "_readable", lambda *_row: False)
        take_in(old, received("ravi", 1, (5, made("N1", text="from a newer version"))))
    assert old.records.list(Note) == ()
    old.close()
    again = open_store(path, key, device="laptop-1", ids=IdFactory())
    assert again.records.list(Note) == ()
    again.close()
    monkeypatch.setattr(engagement_store, "__version__", "99")
    new = open_store(path, key, device="laptop-1", ids=IdFactory())
    assert [note.text for note in new.records.list(Note)] == ["from a newer version"]
    assert len(new.search.find(parse_query("newer"))) == 1
    assert content_faults(new) == ()
    new.close()
