"""The table of records keeps Qt's rules and reads no more than it must."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from cxo_desktop.ui.models.record_table import Heading, RecordTable

HEADINGS = (Heading("title", "Title"), Heading("on", "On"))


def fetch(ids):
    return {one: (f"title {one}", "") for one in ids}


@given(st.lists(st.lists(st.sampled_from("abcdef"), unique=True), min_size=1, max_size=4))
def test_any_sequence_of_rows(app, states):
    model = RecordTable()
    tester = QAbstractItemModelTester(model)
    for ids in states:
        model.show(HEADINGS, ids, fetch)
        assert [model.data(model.index(n, 0)) for n in range(model.rowCount())] == [
            f"title {one}" for one in ids
        ]
    assert tester.model() is model


def test_rows_are_read_in_pieces_and_again_after_a_change(app):
    asked = []
    ids = [str(number) for number in range(1_000)]

    def slow(some):
        asked.extend(some)
        return fetch(some)

    model = RecordTable()
    model.show(HEADINGS, ids, slow)
    assert asked == []
    assert model.data(model.index(750, 0)) == "title 750"
    assert len(asked) == model.read == 100
    changes = []
    model.dataChanged.connect(lambda *_: changes.append(1))
    model.show(HEADINGS, ids, fetch)
    assert changes == [1]
    assert model.read == 0


def test_a_row_that_is_gone_shows_nothing(app):
    model = RecordTable()
    model.show(HEADINGS, ["a"], lambda _ids: {})
    assert model.data(model.index(0, 0)) == ""
    assert (model.number_of("a"), model.number_of("b"), model.id_of(5)) == (0, -1, "")


def test_headings_ask_for_an_order_and_cells_say_their_heading(app):
    asked = []
    model = RecordTable()
    model.sort_asked = lambda *order: asked.append(order)
    model.show(HEADINGS, ["a"], fetch)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.sort(-1)
    assert asked == [("on", True)]
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Title: title a"
