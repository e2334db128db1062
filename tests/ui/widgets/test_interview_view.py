"""The notes of an interview, filtered, and what they add up to."""

import pytest

from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.tools import Tool
from cxo_desktop.ui.capture_rows import summary_of
from cxo_desktop.ui.shown import NoteRow
from cxo_desktop.ui.widgets.interview_view import InterviewView

ROWS = (
    NoteRow("1", "10:01", NoteKind.FACT, "CommCare"),
    NoteRow("2", "10:02", NoteKind.PAIN_POINT, "two"),
    NoteRow("3", "10:03", NoteKind.PAIN_POINT, "three", verbatim=True, blocked=True),
)


@pytest.fixture
def view(app, qtbot):
    view = InterviewView()
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    return view


@pytest.mark.parametrize(("number", "keys"), [(0, "123"), (1, "23"), (2, "3")])
def test_filters(view, number, keys):
    view.notes.show_notes(ROWS)
    view.notes.filter(number)
    assert "".join(row.key for row in view.notes.list.rows) == keys


def test_a_new_note_is_held_against_the_filter(view):
    view.notes.show_notes(ROWS[:1])
    view.notes.filter(1)
    assert view.notes.list.rows == ()
    view.notes.show_notes(ROWS)
    assert [row.key for row in view.notes.list.rows] == ["2", "3"]


def test_the_summary(view):
    view.summary.show_summary(summary_of(ROWS, [Tool(name="CommCare")]))
    assert view.summary.tools == ("CommCare",)
    assert view.summary.stays.startswith("1 note stays")
    view.summary.show_summary(summary_of(ROWS[:2], []))
    assert view.summary.stays == ""


def test_who_spoke_is_asked_only_where_several_did(view):
    view.offer_speakers([("P1", "Supervisor")])
    assert not view.speaker.isVisible()
    assert view.speaker.currentData() == "P1"
    view.offer_speakers([("P1", "Supervisor"), ("P2", "Clerk")])
    assert view.speaker.isVisible()
    view.speaker.setCurrentIndex(1)
    view.offer_speakers([("P0", "Head"), ("P1", "Supervisor"), ("P2", "Clerk")])
    assert view.speaker.currentData() == "P2"


def test_after_a_refusal_there_is_nowhere_to_type(view):
    view.take_lines(allowed=False)
    assert not view.composer.isVisible()
    assert view.refused.isVisible()
    view.take_lines(allowed=True)
    assert view.composer.isVisible()
    assert not view.refused.isVisible()
