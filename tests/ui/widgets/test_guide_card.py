"""The guide: the current question in full, the others short, how far one has come."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.ui.shown import QuestionRow
from cxo_desktop.ui.widgets.guide_card import GuideCard

ROWS = [
    QuestionRow("G.1", "Day", "Tell me about yesterday.", ("How many homes",), "answered", True),
    QuestionRow("G.2", "Twice", "What do you type twice, and where?", ("Why", "Who"), "open", True),
    QuestionRow("G.3", "Friday", "Show me Friday.", (), "open", False),
]


@pytest.fixture
def card(app, qtbot):
    card = GuideCard()
    qtbot.addWidget(card)
    card.resize(262, 500)
    card.show()
    card.show_guide("Field", ROWS, "G.2")
    return card


def heights(card):
    model = card.list.model()
    return [card.list.visualRect(model.index(n, 0)).height() for n in range(model.rowCount())]


def test_the_current_question_has_room_for_its_probes(card, qtbot):
    qtbot.waitUntil(lambda: heights(card)[1] > 2 * heights(card)[2])
    card.show_guide("Field", ROWS, "G.3")
    qtbot.waitUntil(lambda: heights(card)[1] == heights(card)[0])


def test_progress_is_said(card):
    assert (card.title.text(), card.count.text()) == ("Guide · Field", "1 of 3")
    assert (card.bar.value(), card.bar.maximum()) == (1, 3)
    assert card.rows[0].spoken.endswith("answered")


def test_a_question_is_gone_to_and_the_guide_edited(card, qtbot):
    place = card.list.visualRect(card.list.model().index(2, 0)).center()
    with qtbot.waitSignal(card.gone_to) as gone:
        QTest.mouseClick(card.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert gone.args == ["G.3"]
    with qtbot.waitSignal(card.edit_asked):
        card.edit.click()
