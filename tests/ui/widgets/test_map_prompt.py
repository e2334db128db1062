"""The line below a map: Enter answers once, Esc leaves, and the keys go back to the map."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.ui.widgets.map_prompt import MapPrompt


@pytest.fixture
def prompt(qtbot):
    back = []
    prompt = MapPrompt(lambda: back.append(True))
    prompt.back = back
    qtbot.addWidget(prompt)
    return prompt


def test_enter_answers_with_the_words_and_hides(prompt):
    answers = []
    prompt.ask("New:", answers.append, given="old", known=["Visit", "Count"])
    assert prompt.isVisible()
    assert prompt.field.selectedText() == "old"
    QTest.keyClicks(prompt.field, " Check ")
    QTest.keyClick(prompt.field, Qt.Key.Key_Return)
    assert answers == ["Check"]
    assert not prompt.isVisible()
    assert prompt.back == [True]


def test_escape_answers_nothing(prompt):
    answers = []
    prompt.ask("New:", answers.append)
    QTest.keyClick(prompt.field, Qt.Key.Key_Escape)
    assert (answers, prompt.isVisible(), prompt.back) == ([], False, [True])
