"""What is contested stays until somebody touches it."""

import pytest

from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.merge import ROW, Contested, Side
from cxo_desktop.store.conflicts import conflicts, keep_contested
from cxo_desktop.store.database import write


@pytest.fixture
def note(store):
    made = store.records.add(Note(text="a"))
    sides = Side("mine", "a", 1), (Side("theirs", "b", 2),)
    with write(store.db):
        keep_contested(
            store.db, "note", made.id, [Contested("visit", *sides), Contested(ROW, *sides)]
        )
    return made


def fields(store):
    return {one.contested.field for one in conflicts(store.db)}


def test_it_comes_back_as_it_was(store, note):
    one = next(one for one in conflicts(store.db) if one.contested.field == "visit")
    assert one.contested == Contested("visit", Side("mine", "a", 1), (Side("theirs", "b", 2),))
    assert (one.table, one.row) == ("note", note.id)


def test_numbers_stay_while_a_conflict_does(store, note):
    before = {one.contested.field: one.number for one in conflicts(store.db)}
    sides = Side("mine", "a", 1), (Side("more", "c", 3),)
    with write(store.db):
        keep_contested(store.db, "note", note.id, [Contested("visit", *sides)])
    assert {one.contested.field: one.number for one in conflicts(store.db)} == {
        "visit": before["visit"]
    }


def test_another_field_settles_only_whether_the_row_is_there(store, note):
    with store.records.operation("change"):
        store.rows.set_field("note", note.id, "text", "b")
    assert fields(store) == {"visit"}


def test_the_field_itself_settles_it(store, note):
    with store.records.operation("change"):
        store.rows.set_field("note", note.id, "visit", "b")
    assert fields(store) == set()


def test_removing_the_row_settles_all(store, note):
    store.records.remove(note)
    assert fields(store) == set()
