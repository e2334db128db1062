"""T1 to T5: what is done most in an interview, by real keys, each within its number of acts.

An act is a key going down, modifiers counted, as in design's keystroke goals: words that any tool
would need are not counted, nor is the mark that is part of them.
"""

import pytest
from PySide6.QtCore import Qt

from cxo_desktop.app.interviews import notes_of
from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.enums import ConsentScope, NoteKind
from cxo_desktop.domain.interviews import Consent, Interview
from cxo_desktop.domain.people import PersonName
from tests.ui.hands import Hands

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SUPERVISOR = "P09"
MOST = {"T1": 9, "T2": 9, "T3": 2, "T4": 2, "T5": 12}


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def page(window, qtbot):
    window.desk.engagement.add(PersonName(person=SUPERVISOR, full_name="Sunita More"))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window.capture


@pytest.fixture
def talking(page, window):
    """An interview that was begun, with one line in it."""
    begin(Hands())
    words = Hands()
    words.words("they never agree")
    words.key(Qt.Key.Key_Return)
    return page


def begin(hands):
    hands.key(Qt.Key.Key_I, CONTROL)
    hands.letters("sun")
    hands.key(Qt.Key.Key_Return)
    hands.letters("2")
    hands.key(Qt.Key.Key_Return)


def last(page):
    return notes_of(page.desk.engagement, page.code)[-1]


def test_t1_start_with_person_guide_and_consent(page, hands):
    begin(hands)
    interview = page.desk.engagement.get(Interview, page.code)
    consent = page.desk.engagement.find(Consent, interview=interview.code)[0]
    assert (interview.participants, interview.guide) == ((SUPERVISOR,), "G-FIELD")
    assert consent.scopes == (ConsentScope.NOTES, ConsentScope.QUOTE_ANONYMOUS)
    assert None not in (consent.language, consent.method, consent.given_at)
    assert page.view.composer.field.hasFocus()
    assert hands.acts <= MOST["T1"]


def test_t2_pain_with_a_tool_and_its_time(talking, hands):
    hands.letters("!")
    hands.words("typed twice, first ")
    hands.letters("+com")
    hands.key(Qt.Key.Key_Tab)
    hands.key(Qt.Key.Key_Return)
    note = last(talking)
    assert (note.kind, note.text) == (NoteKind.PAIN_POINT, "typed twice, first +CommCare")
    assert note.refs
    assert note.written_at
    assert hands.acts <= MOST["T2"]


def test_t3_the_last_line_becomes_a_quote(talking, hands):
    hands.key(Qt.Key.Key_3, ALT)
    assert last(talking).verbatim
    assert hands.acts <= MOST["T3"]


def test_t4_the_next_question(talking, hands):
    before = talking.view.guide.current
    hands.key(Qt.Key.Key_Down, CONTROL)
    assert talking.view.guide.current != before
    assert hands.acts <= MOST["T4"]


def test_t5_an_action_with_owner_and_date(talking, hands):
    hands.letters("[]")
    hands.words("send both counts ")
    hands.letters("@sun")
    hands.key(Qt.Key.Key_Tab)
    hands.letters("fri")
    hands.key(Qt.Key.Key_Return)
    action = talking.desk.engagement.find(Action, raised_from=last(talking).code)[0]
    assert (action.title, action.owner) == ("send both counts", SUPERVISOR)
    assert action.due_on.weekday() == 4
    assert hands.acts <= MOST["T5"]
