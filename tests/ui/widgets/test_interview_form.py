"""Starting an interview: a few letters, one key for the consent, Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxo_desktop.app.guides import consent_words, shipped
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement, Level
from cxo_desktop.domain.enums import ConsentState
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.ui.widgets.interview_form import InterviewForm

PEOPLE = (
    Person(code="P1", role="M&E lead", level="L3"),
    Person(code="P2", role="Supervisor", level="L4", languages=("mr", "hi")),
)
DOSSIER = Dossier(
    engagement=Engagement(),
    records={
        Person: PEOPLE,
        PersonName: (PersonName(person="P2", full_name="Sunita More"),),
        Level: (Level(code="L4", name="supervisors"),),
    },
)


@pytest.fixture
def form(app, qtbot):
    form = InterviewForm(consent_words().lines)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    form.offer(DOSSIER, shipped())
    return form


def type_in(form, letters, *keys):
    QTest.keyClicks(form.person, letters)
    QTest.keyClick(form.person, Qt.Key.Key_Return)
    for key in keys:
        QTest.keyClicks(form.consent, key)


def filled(qtbot, form):
    with qtbot.waitSignal(form.filled) as filled:
        form.start.click()
    return filled.args[0]


def test_a_person_brings_guide_and_language_along(form, qtbot):
    type_in(form, "sun", "1")
    start = filled(qtbot, form)
    assert (start.person, start.role, start.guide, start.language) == ("P2", None, "G-FIELD", "mr")
    assert "मेरा नाम" in form.read_aloud.words.toPlainText()


def test_a_role_finds_the_person_too_and_arrows_choose(form, qtbot):
    QTest.keyClick(form.person, Qt.Key.Key_Down)
    type_in(form, "", "3")
    start = filled(qtbot, form)
    assert start.person == "P2"
    assert start.consent.state is ConsentState.GIVEN


def test_somebody_new_with_a_level(form, qtbot):
    type_in(form, "Cluster clerk", "4")
    form.level.setCurrentIndex(1)
    start = filled(qtbot, form)
    assert (start.person, start.role, start.level) == (None, "Cluster clerk", "L4")


def test_nobody_and_no_consent_is_assumed(form, qtbot):
    with qtbot.assertNotEmitted(form.filled):
        form.start.click()
        assert "Nobody is named" in form.remark.text()
        type_in(form, "sun")
        form.start.click()
        assert "consent first" in form.remark.text()


def test_other_letters_let_go_of_the_person(form, qtbot):
    type_in(form, "sun", "1")
    QTest.keyClicks(form.person, "x")
    with qtbot.assertNotEmitted(form.filled):
        form.start.click()


def test_escape_leaves(form, qtbot):
    with qtbot.waitSignal(form.left):
        QTest.keyClick(form, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is not None
