"""Starting an interview: nothing is chosen for the person who is asked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.enums import ConsentScope, ConsentState
from cxo_desktop.domain.people import Person
from cxo_desktop.ui.widgets.interview_form import InterviewForm

PEOPLE = (Person(code="P1", role="M&E lead"), Person(code="P2", role="Supervisor"))


@pytest.fixture
def form(app, qtbot):
    form = InterviewForm()
    qtbot.addWidget(form)
    form.offer(Dossier(engagement=Engagement(), records={Person: PEOPLE}))
    form.show()
    return form


def filled(qtbot, form):
    with qtbot.waitSignal(form.filled) as filled:
        form.start.click()
    return filled.args[0]


def test_nobody_and_no_consent_is_assumed(form, qtbot):
    start = filled(qtbot, form)
    assert (start.person, start.role) == (None, "")
    assert (start.consent, start.scopes) == (ConsentState.NOT_ASKED, ())


def test_a_known_person_by_any_case_and_somebody_new(form, qtbot):
    form.person.setEditText("m&e LEAD")
    assert filled(qtbot, form).person == "P1"
    form.person.setEditText("Cluster clerk")
    start = filled(qtbot, form)
    assert (start.person, start.role) == (None, "Cluster clerk")


@pytest.mark.parametrize(
    ("choice", "state", "scopes"),
    [
        (1, ConsentState.GIVEN_LIMITED, {ConsentScope.NOTES}),
        (2, ConsentState.GIVEN, {ConsentScope.NOTES, ConsentScope.QUOTE_ANONYMOUS}),
        (4, ConsentState.REFUSED, set()),
    ],
)
def test_consent_is_what_was_chosen(form, qtbot, choice, state, scopes):
    form.consent.button(choice).setChecked(True)
    start = filled(qtbot, form)
    assert start.consent is state
    assert set(start.scopes) == scopes


def test_the_widest_consent_never_names_and_never_records(form, qtbot):
    form.consent.button(3).setChecked(True)
    scopes = set(filled(qtbot, form).scopes)
    assert ConsentScope.SHARE_LEADERSHIP in scopes
    assert not scopes & {ConsentScope.QUOTE_NAMED, ConsentScope.AUDIO, ConsentScope.PHOTO}


def test_language_and_guide(form, qtbot):
    form.language.setCurrentIndex(1)
    form.guide.setCurrentIndex(2)
    start = filled(qtbot, form)
    assert (start.language, start.guide) == ("hi", "G-FIELD")
    form.guide.setCurrentIndex(3)
    assert filled(qtbot, form).guide is None


def test_escape_leaves(form, qtbot):
    with qtbot.waitSignal(form.left):
        QTest.keyClick(form, Qt.Key.Key_Escape)
