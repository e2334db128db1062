"""Rows are never written past the log."""

import pytest

from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.database import write
from cxo_desktop.store.rows import Rows, cells_of


def test_writing_outside_of_an_operation_is_refused(store):
    rows = Rows(store.db, store.log)
    with pytest.raises(RuntimeError, match="outside of an operation"):
        rows.set("note", "r1", {"text": "x"})


class Hearer:
    """Takes note of what it is told."""

    def __init__(self):
        self.heard = []

    def refresh(self, table, row):
        self.heard.append((table, row))

    def refresh_all(self, rows):
        self.heard += rows


def test_a_listener_hears_of_each_row_that_was_written(store):
    hearer = Hearer()
    rows = Rows(store.db, store.log, hearer)
    with rows.operation("add note"):
        rows.set("note", "r1", cells_of(Note(code="N1", text="x")))
        rows.set_field("note", "r1", "text", "y")
        rows.set("note", "r1", None)
        rows.make_all("note", [("r2", {"text": "x"}), ("r3", {"code": "N3"})])
    assert hearer.heard == [("note", row) for row in ("r1", "r1", "r1", "r2", "r3")]


def test_many_rows_are_made_with_their_log(store):
    made = [("r1", {"code": "N1", "text": "x"}), ("r2", {"code": "N2", "unsure": 1})]
    with write(store.db), store.rows.operation("add records"):
        store.rows.make_all("note", made)
    assert [store.rows.get("note", row) for row, _cells in made] == [cells for _row, cells in made]
    assert [change.cells for row, _ in made for change in store.log.changes_to(row)] == [
        cells for _row, cells in made
    ]


def test_only_cells_that_hold_something_are_kept():
    assert cells_of(Note(id="r", code="N1", text="x", themes=())) == {"code": "N1", "text": "x"}
