"""Rows are never written past the log."""

import pytest

from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.rows import Rows, cells_of


def test_writing_outside_of_an_operation_is_refused(store):
    rows = Rows(store.db, store.log)
    with pytest.raises(RuntimeError, match="outside of an operation"):
        rows.set("note", "r1", {"text": "x"})


def test_a_listener_hears_of_each_row_that_was_written(store):
    heard = []
    rows = Rows(store.db, store.log, lambda table, row: heard.append((table, row)))
    with rows.operation("add note"):
        rows.set("note", "r1", cells_of(Note(code="N1", text="x")))
        rows.set_field("note", "r1", "text", "y")
        rows.set("note", "r1", None)
    assert heard == [("note", "r1")] * 3


def test_only_cells_that_hold_something_are_kept():
    assert cells_of(Note(id="r", code="N1", text="x", themes=())) == {"code": "N1", "text": "x"}
