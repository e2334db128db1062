"""Actions are data: each does its work by key, menu or palette."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from cxo_desktop.ui.actions import ActionSpec, install, key_text
from cxo_desktop.ui.widgets.layouts import column


def test_a_key_does_the_work_wherever_the_focus_is_inside(app, qtbot):
    done = []
    owner, field = QWidget(), QLineEdit()
    owner.setLayout(column(field))
    qtbot.addWidget(owner)
    spec = ActionSpec("one", "Do one", "check", lambda: done.append("one"), "Ctrl+I")
    made = install((spec,), owner)
    owner.show()
    qtbot.waitExposed(owner)
    owner.activateWindow()
    qtbot.waitUntil(owner.isActiveWindow)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    made["one"].trigger()
    assert done == ["one", "one"]
    assert made["one"].text() == "Do one"


def test_keys_are_written_as_on_the_keyboard():
    assert key_text("Ctrl+Shift+N") == "Ctrl+Shift+N"
