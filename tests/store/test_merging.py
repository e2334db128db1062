"""Rows are told from the log, also as they were before a change."""

from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.merging import RowStates, cells_of
from tests.store.sync_store import received, seal_own, take_in


def test_a_row_before_a_change_is_as_this_laptop_showed_it(store):
    take_in(store, received("ravi", 1, (5, ("note", "N1", "", {"visit": "a"}))))
    with store.records.operation("change"):
        store.rows.set_field("note", "N1", "visit", "mine")
    seal_own(store)
    take_in(store, received("ravi", 2, (6, ("note", "N1", "visit", {"visit": "old"}))))
    changes = RowStates(store.db).changes_to(["N1"])["note", "N1"]
    assert [one.stamp.device for one in changes] == ["ravi", "own", "ravi"]
    assert cells_of(changes) == {"visit": "mine"}
    states = RowStates(store.db)
    assert states.before("note", "N1", changes[1].change.number) == {"visit": "a"}
    assert states.before("note", "N1", changes[0].change.number) is None


def test_what_is_not_sealed_yet_is_ours_and_has_seen_all(store):
    take_in(store, received("ravi", 1, (5, ("note", "N1", "", {"visit": "a"}))))
    store.records.add(Note(text="mine"))
    [mine] = [
        changes[0]
        for changes in RowStates(store.db).all_changes().values()
        if changes[0].change.cells.get("text") == "mine"
    ]
    assert mine.stamp.device == ""
    assert mine.stamp.seen == {"ravi": 1}


def test_undo_takes_back_only_what_was_done_here(store):
    take_in(store, received("ravi", 1, (5, ("note", "N1", "", {"visit": "a", "text": "t"}))))
    with store.records.operation("change"):
        store.rows.set_field("note", "N1", "visit", "mine")
    seal_own(store)
    take_in(store, received("ravi", 2, (1 << 60, ("note", "N1", "text", {"text": "theirs"}))))
    store.history.undo()
    [note] = store.records.list(Note)
    assert (note.visit, note.text) == ("a", "theirs")
    assert store.history.undoable() is None
