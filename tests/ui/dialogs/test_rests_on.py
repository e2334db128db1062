"""What a figure rests on: each record one key away."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.ui.dialogs.rests_on import RestsOnDialog
from cxo_desktop.ui.shown import ListRow


def test_enter_goes_there_and_esc_leaves(window):
    rows = [ListRow("tool:TL1", "CommCare"), ListRow("finding:FN8", "Contested")]
    dialog = RestsOnDialog(window.desk, "True cost", "₹ 5", rows, window)
    dialog.open()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert window.stack.key == "records"
    dialog.open()
    QTest.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_nothing_to_rest_on_is_said(window):
    dialog = RestsOnDialog(window.desk, "True cost", "", [], window)
    dialog.open()
    assert not dialog.list.isVisible()
    assert not dialog.go.isEnabled()
    dialog.reject()
