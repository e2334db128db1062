"""The table keeps the row one works on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.ui.models.record_table import Heading
from cxo_desktop.ui.widgets.record_view import RecordView

HEADINGS = (Heading("title", "Title"),)


@pytest.fixture
def view(app, qtbot):
    view = RecordView("Records", lambda _field, _down: None)
    qtbot.addWidget(view)
    return view


def show(view, ids):
    view.show_rows(HEADINGS, ids, lambda some: {one: (one,) for one in some})


def test_the_current_row_stays_current_wherever_it_moves(view):
    picked = []
    view.picked.connect(picked.append)
    show(view, ["a", "b", "c"])
    assert view.current == "a"
    view.select("c")
    show(view, ["c", "x", "a"])
    assert view.current == "c"
    show(view, ["x", "y"])
    assert view.current == "x"
    show(view, [])
    assert view.current == ""
    assert "c" in picked


def test_columns_are_neither_slivers_nor_walls(view):
    view.show_rows(HEADINGS, ["a"], lambda _ids: {"a": ("word " * 200,)})
    assert view.columnWidth(0) == 320


def test_keys_sort_by_the_column_one_is_in(app, qtbot):
    asked = []
    view = RecordView("Records", lambda *order: asked.append(order))
    qtbot.addWidget(view)
    view.show()
    show(view, ["a", "b"])
    asked.clear()
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert asked == [("title", True), ("title", False)]
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current == "b"
