"""A closed dialog keeps no word."""

from PySide6.QtWidgets import QDialog, QWidget

from cxo_desktop.ui.dialogs.opened import open_once


def test_it_is_gone_once_closed(app, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    open_once(QDialog(parent))
    parent.findChild(QDialog).reject()
    qtbot.waitUntil(lambda: parent.findChild(QDialog) is None)
