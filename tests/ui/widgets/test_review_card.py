"""Before the end: Enter ends, Esc goes on, a gap can be gone to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.review_card import ReviewCard


@pytest.fixture
def card(app, qtbot):
    card = ReviewCard()
    qtbot.addWidget(card)
    card.show()
    card.activateWindow()
    return card


def test_nothing_missing_is_said(card, qtbot):
    card.show_gaps([], "9 lines kept.")
    assert "Nothing is missing" in card.words.text()
    with qtbot.waitSignal(card.ended):
        QTest.keyClick(card, Qt.Key.Key_Return)


def test_gaps_are_gone_to_by_keys(card, qtbot):
    card.show_gaps([ListRow("owner:N1", "An action"), ListRow("number:N2", "A number")], "")
    assert card.words.text() == "2 things to look at."
    QTest.keyClick(card, Qt.Key.Key_Down)
    with qtbot.waitSignal(card.chosen) as chosen:
        QTest.keyClick(card.list, Qt.Key.Key_Return)
    assert chosen.args == ["owner:N1"]
    with qtbot.waitSignal(card.left):
        QTest.keyClick(card, Qt.Key.Key_Escape)
