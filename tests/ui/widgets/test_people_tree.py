"""The list of people, grouped and sorted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.ui.people_rows import PersonRow
from cxo_desktop.ui.widgets.people_tree import PeopleTree


def person(key, name, level, unit="", on=""):
    cells = (name, level, unit, on, "", "")
    return PersonRow(key, cells, cells, level, unit, alone=False)


ROWS = (person("P1", "Cook", "L5", "North", "2"), person("P2", "Asha", "L1", "", "1"))


@pytest.fixture
def tree(app, qtbot):
    tree = PeopleTree("People", ("Person", "Level", "Unit", "Heard", "Consent", "Single"))
    qtbot.addWidget(tree)
    tree.resize(700, 300)
    tree.show()
    return tree


def test_groups_hold_people_and_are_no_people(tree):
    tree.show_rows(ROWS, grouped=True)
    assert tree.codes == ["P1", "P2"]
    assert tree.current == "P1"
    assert tree.isColumnHidden(1)
    tree.setCurrentIndex(tree.model().index(0, 0))
    assert tree.current == ""


def test_the_table_sorts_and_keeps_who_is_current(tree):
    tree.show_rows(ROWS, grouped=False)
    tree.select("P1")
    tree.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert (tree.codes, tree.current) == (["P2", "P1"], "P1")
    tree.show_rows(ROWS[:1], grouped=False)
    assert tree.current == "P1"
    assert not tree.select("P9")


def test_enter_chooses(tree):
    tree.show_rows(ROWS, grouped=True)
    chosen = []
    tree.chosen.connect(chosen.append)
    tree.select("P2")
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert chosen == ["P2"]


def test_a_narrow_list_keeps_room_for_names(tree):
    tree.show_rows(ROWS, grouped=True)
    tree.resize(380, 300)
    assert tree.isColumnHidden(4)
    tree.resize(700, 300)
    assert not tree.isColumnHidden(4)


def test_keys_sort_the_table(tree):
    tree.show_rows(ROWS, grouped=False)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(tree, Qt.Key.Key_Right, control)
    assert tree.codes == ["P2", "P1"]
    QTest.keyClick(tree, Qt.Key.Key_Down, control)
    assert tree.codes == ["P1", "P2"]
