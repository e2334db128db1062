"""Nothing is ticked before it is answered; one key for the usual answers, or each by itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.app.guides import consent_words
from cxo_desktop.domain.enums import ConsentMethod, ConsentScope, ConsentState
from cxo_desktop.ui.widgets.consent_panel import ConsentPanel, ReadAloud


@pytest.fixture
def panel(app, qtbot):
    panel = ConsentPanel()
    qtbot.addWidget(panel)
    panel.show()
    return panel


def boxes(panel):
    return [box.isChecked() for box in panel._scopes.values()]


def test_nothing_is_ticked(panel):
    assert panel.answer is None
    assert not any(boxes(panel))


def test_a_key_answers_and_another_answers_anew(panel):
    QTest.keyClicks(panel, "3")
    assert all(boxes(panel))
    QTest.keyClicks(panel, "1")
    assert panel.answer.scopes == (ConsentScope.NOTES,)
    assert panel.answer.state is ConsentState.GIVEN_LIMITED
    QTest.keyClicks(panel, "5")
    assert (panel.answer.state, panel.answer.scopes) == (ConsentState.REFUSED, ())
    panel.reset()
    assert panel.answer is None


def test_each_purpose_by_itself(panel):
    panel._scopes[ConsentScope.NOTES].click()
    panel._scopes[ConsentScope.PHOTO].click()
    assert panel.answer.scopes == (ConsentScope.NOTES, ConsentScope.PHOTO)
    panel.method.setCurrentIndex(1)
    assert panel.answer.method is ConsentMethod.ORAL_WITNESSED
    panel._scopes[ConsentScope.NOTES].click()
    panel._scopes[ConsentScope.PHOTO].click()
    assert panel.answer is None


def test_the_words_in_the_language_of_the_talk(app, qtbot):
    aloud = ReadAloud(consent_words().lines, {"en": "English", "hi": "Hindi"})
    qtbot.addWidget(aloud)
    assert aloud.words.toPlainText().startswith("1.  My name")
    aloud.show_language("mr")
    assert "मेरा नाम" in aloud.words.toPlainText()
    QTest.mouseClick(aloud._group.button(0), Qt.MouseButton.LeftButton)
    assert aloud.words.toPlainText().startswith("1.  My name")
