"""The rows model keeps its promises to Qt, and selections, whatever rows it is given."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from cxo_desktop.ui.models.rows import Column, RowRole, RowsModel


@dataclass(frozen=True)
class Row:
    key: str
    text: str


lists = st.lists(
    st.builds(Row, st.sampled_from("abcdefghij"), st.sampled_from("xy")), unique_by=lambda r: r.key
)
COLUMNS = (
    Column("Text", lambda r: r.text, lambda r: f"says {r.text}"),
    Column("Key", lambda r: r.key),
)


@given(states=st.lists(lists, min_size=1, max_size=4))
def test_any_sequence_of_rows(app, states):
    model = RowsModel(COLUMNS)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for state in states:
        before = [model.row(number).key for number in range(model.rowCount())]
        kept = {key: QPersistentModelIndex(model.index(n, 0)) for n, key in enumerate(before)}
        model.show(state)
        assert [model.row(number) for number in range(model.rowCount())] == state
        for key, index in kept.items():
            if index.isValid():
                assert index.data(RowRole).key == key
    assert tester.model() is model


def test_a_changed_row_stays_where_it_is(app):
    model = RowsModel(COLUMNS)
    model.show([Row("a", "x"), Row("b", "x")])
    chosen = QPersistentModelIndex(model.index(1, 0))
    model.show([Row("c", "x"), Row("a", "x"), Row("b", "y")])
    assert chosen.isValid()
    assert (chosen.row(), chosen.data()) == (2, "y")
    assert model.find("b") == 2
    assert model.find("z") == -1


def test_what_is_heard_may_differ_from_what_is_seen(app):
    model = RowsModel(COLUMNS)
    model.show([Row("a", "x")])
    assert model.index(0, 0).data() == "x"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "says x"
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "a"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Key"
