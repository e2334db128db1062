"""Rows from elsewhere are shown as far as this version can show them."""

import pytest

from cxo_desktop.domain.changes import Change
from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.database import write
from cxo_desktop.store.row_writer import RowWriter


@pytest.fixture
def bring(store):
    def work(table, row, cells):
        with write(store.db):
            RowWriter(store.db).bring(table, row, cells)
        return store.records.list(Note)

    return work


def pending(store):
    return store.db.execute('SELECT "table", "row" FROM pending_row').fetchall()


def test_a_row_is_made_changed_and_removed(bring, store):
    assert bring("note", "N1", {"text": "a", "visit": "b"})[0].visit == "b"
    assert bring("note", "N1", {"text": "c"})[0].visit is None
    assert bring("note", "N1", None) == ()
    assert pending(store) == []


@pytest.mark.parametrize(
    "cells",
    [{"text": 5}, {"source_line": "three"}, {"kind": "prophecy"}, {"themes": "no list"}],
)
def test_what_cannot_be_shown_waits_and_leaves_what_is_there(bring, store, cells):
    bring("note", "N1", {"text": "before"})
    assert [note.text for note in bring("note", "N1", cells)] == ["before"]
    assert pending(store) == [("note", "N1")]


def test_many_are_made_at_once(store):
    changes = [Change(n, 1, "note", f"N{n}", "", {"text": str(n)}) for n in range(3)]
    strange = Change(9, 1, "vote", "V", "", {"of": "N1"})
    with write(store.db):
        RowWriter(store.db).make_all([*changes, strange])
    assert [note.text for note in store.records.list(Note)] == ["0", "1", "2"]
    assert pending(store) == [("vote", "V")]
