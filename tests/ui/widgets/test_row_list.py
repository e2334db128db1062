"""A list of rows: current row, keys, and rows that are never cut or laid over each other."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.row_list import RowList

ROWS = [
    ListRow("a", "First", "below", icon="check", aside="7"),
    ListRow("b", "Second one with a title that does not fit on a single line of a list"),
    ListRow("c", "Third"),
]


def shown(qtbot, rows=ROWS):
    box = RowList("Things")
    qtbot.addWidget(box)
    box.resize(220, 300)
    box.show_rows(rows)
    box.show()
    qtbot.waitExposed(box)
    return box


def test_the_current_row_is_told_by_its_key(app, qtbot):
    box = shown(qtbot)
    with qtbot.waitSignal(box.picked) as picked:
        box.select("b")
    assert picked.args == ["b"]
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.current == "c"
    with qtbot.waitSignal(box.chosen) as chosen:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert chosen.args == ["c"]


def test_the_current_row_stays_current_when_rows_change(app, qtbot):
    box = shown(qtbot)
    box.select("c")
    box.show_rows([ListRow("z", "New"), *ROWS])
    assert box.current == "c"
    box.show_rows(ROWS[:1])
    assert box.keys == ["a"]


def test_rows_do_not_lie_over_each_other_and_long_titles_get_room(app, qtbot):
    many = [ListRow(str(n), ROWS[1].title, "below") for n in range(30)]
    box = shown(qtbot, many)
    rects = [box.visualRect(box.rows_model.index(n, 0)) for n in range(30)]
    assert all(a.bottom() < b.top() for a, b in pairwise(rects))
    plain = shown(qtbot)
    short = plain.visualRect(plain.rows_model.index(2, 0))
    assert rects[0].height() > 2 * short.height()


def test_a_row_is_said_whole(app, qtbot):
    box = shown(qtbot)
    index = box.rows_model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "First, below, 7"


def test_a_list_can_be_as_high_as_its_rows(app, qtbot):
    box = shown(qtbot)
    box.fit_height(1000)
    assert box.height() < 200
    box.fit_height(60)
    assert box.height() == 60
