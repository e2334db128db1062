"""The outline is a tree that a screen reader reads and edits, in step with what it shows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from cxo_desktop.ui.map_outline import OutlineRow
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.outline_tree import OutlineTree


def rows(first="Merge"):
    note = OutlineRow(ListRow("note:N1:a", "Takes two days", "Analyst"))
    flow = OutlineRow(ListRow("a>b", "Merge to Sign"), edited="")
    return [
        OutlineRow(ListRow("a", first), (flow, note), edited=first),
        OutlineRow(ListRow("b", "Sign"), edited="Sign"),
    ]


@pytest.fixture
def tree(qtbot):
    tree = OutlineTree("Outline")
    qtbot.addWidget(tree)
    tree.show_rows(rows())
    tree.show()
    return tree


def cells(tree):
    accessible = QAccessible.queryAccessibleInterface(tree)
    found = [accessible.child(number) for number in range(accessible.childCount())]
    return {cell.text(QAccessible.Text.Name): cell for cell in found if cell is not None}


def test_a_screen_reader_reads_nodes_flows_and_evidence_and_changes_words(qtbot, tree):
    said = cells(tree)
    assert list(said) == [
        "Outline",
        "Merge, 2 below it",
        "Merge to Sign",
        "Takes two days, Analyst",
        "Sign",
    ]
    with qtbot.waitSignal(tree.renamed) as renamed:
        said["Sign"].setText(QAccessible.Text.Name, "Sign twice")
    assert renamed.args == ["b", "Sign twice"]


def test_f2_changes_words_in_place_and_a_note_counts_as_its_part(qtbot, tree):
    tree.select("a")
    QTest.keyClick(tree, Qt.Key.Key_F2)
    editor = tree.focusWidget()
    editor.setText("Merge all")
    with qtbot.waitSignal(tree.renamed) as renamed:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert renamed.args == ["a", "Merge all"]
    tree.show_rows(rows("Merge all"))
    assert (tree.current, tree.titles[0]) == ("a", "Merge all")
    for _time in range(2):
        QTest.keyClick(tree, Qt.Key.Key_Down)
    assert tree.current == "a"
    with qtbot.waitSignal(tree.opened) as opened:
        QTest.keyClick(tree, Qt.Key.Key_Return)
    assert opened.args == ["N1"]


def test_what_was_closed_stays_closed_and_what_was_refused_comes_back(tree):
    tree.collapse(tree.model().index(0, 0))
    tree.show_rows(rows("Merge all"))
    assert not tree.isExpanded(tree.model().index(0, 0))
    tree.model().setData(tree.model().index(1, 0), "no")
    tree.show_rows(rows("Merge all"))
    assert tree.titles[-1] == "Sign"
