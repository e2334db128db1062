"""A name is asked for, and none is not one."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.ui.widgets.name_dialog import NameDialog


def test_a_name_is_taken_with_enter(app, qtbot):
    dialog = NameDialog("New engagement", "Name of the organisation")
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.field, "  ")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClicks(dialog.field, "Asha Trust ")
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.name == "Asha Trust"
