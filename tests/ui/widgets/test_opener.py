"""A card opens by a click and by keys, and says so."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame

from cxo_desktop.ui.widgets.opener import Opener


def test_every_way_to_open(app, qtbot):
    card = QFrame()
    qtbot.addWidget(card)
    card.show()
    opener = Opener(card, "Enter shows what it rests on")
    opened = []
    opener.opened.connect(lambda: opened.append(1))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(card, key)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    QTest.keyClick(card, Qt.Key.Key_A)
    assert len(opened) == 3
    assert card.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert card.accessibleDescription() == "Enter shows what it rests on"
