"""Consent later: recorded anew, or taken back; what cannot be undone is asked twice."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.app.guides import consent_words
from cxo_desktop.ui.widgets.consent_form import ConsentForm


@pytest.fixture
def form(app, qtbot):
    form = ConsentForm(consent_words().lines)
    qtbot.addWidget(form)
    form.show()
    form.offer([("P1", "Supervisor"), ("P2", "Clerk")], "Supervisor: not asked", "hi")
    return form


def test_an_answer_for_one_of_them(form, qtbot):
    form.person.setCurrentIndex(1)
    QTest.keyClicks(form.panel, "2")
    with qtbot.waitSignal(form.answered) as answered:
        QTest.keyClick(form.panel, Qt.Key.Key_Return)
    assert answered.args[0] == "P2"


def test_without_an_answer_nothing_is_recorded(form, qtbot):
    with qtbot.assertNotEmitted(form.answered):
        form.keep.click()
    assert form.remark.text()


@pytest.mark.parametrize("what", ["withdrawn", "answered"])
def test_what_cannot_be_undone_is_asked_twice(form, qtbot, what):
    QTest.keyClicks(form.panel, "5")
    press = form.withdraw.click if what == "withdrawn" else form.keep.click
    with qtbot.assertNotEmitted(getattr(form, what)):
        press()
    with qtbot.waitSignal(getattr(form, what)):
        press()


def test_another_answer_takes_the_warning_back(form, qtbot):
    QTest.keyClicks(form.panel, "5")
    form.keep.click()
    QTest.keyClicks(form.panel, "1")
    QTest.keyClicks(form.panel, "5")
    with qtbot.assertNotEmitted(form.answered):
        form.keep.click()
    with qtbot.waitSignal(form.left):
        QTest.keyClick(form, Qt.Key.Key_Escape)
