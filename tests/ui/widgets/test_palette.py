"""The palette finds by a few letters, best first, and is driven by keys alone."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.layouts import column
from cxo_desktop.ui.widgets.palette import Entry, Palette, fits

NAMES = ("New interview", "Go to Brief", "Make the brief", "A note on a newborn and an inn. " * 3)
ENTRIES = [Entry(ListRow(name, name), name.casefold()) for name in NAMES]


@pytest.mark.parametrize(
    ("letters", "words", "badness"),
    [
        ("brief", "brief of may", 0),
        ("rief", "brief of may", 1),
        ("nwit", "new interview", 2),
        ("zz", "new interview", None),
        ("nwit", "new interview " * 9, None),
        ("", "anything", 0),
    ],
)
def test_how_well_letters_fit(letters, words, badness):
    assert fits(letters, words) == badness


@pytest.fixture
def palette(app, qtbot):
    window, field = QWidget(), QLineEdit()
    window.setLayout(column(field))
    window.resize(800, 600)
    qtbot.addWidget(window)
    palette = Palette(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    palette.open_with(ENTRIES, QPoint(400, 40))
    palette.before = field
    yield palette
    window.close()


def test_typing_narrows_and_enter_chooses(palette, qtbot):
    assert len(palette.list.keys) == len(NAMES)
    QTest.keyClicks(palette.field, "brief")
    assert palette.list.keys == ["Go to Brief", "Make the brief"]
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.chosen) as chosen:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen.args == ["Make the brief"]
    assert not palette.isVisible()


def test_escape_gives_the_focus_back(palette):
    assert palette.field.hasFocus()
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert palette.before.hasFocus()


def test_nothing_that_fits_is_nothing_chosen(palette, qtbot):
    QTest.keyClicks(palette.field, "qqq")
    with qtbot.assertNotEmitted(palette.chosen):
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
