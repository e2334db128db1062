"""The notes of an interview, filtered, and what they add up to."""

import pytest

from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.ui.widgets.interview_view import InterviewView
from tests.ui.rows import note_row

ROWS = (
    note_row(1, "CommCare"),
    note_row(2, "two", kind=NoteKind.PAIN_POINT),
    note_row(3, "three", kind=NoteKind.PAIN_POINT, verbatim=True, off_record=True),
)


@pytest.fixture
def view(app, qtbot):
    view = InterviewView()
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    return view


@pytest.mark.parametrize(("number", "keys"), [(0, "n1n2n3"), (1, "n2n3"), (2, "n3")])
def test_filters(view, number, keys):
    view.notes.show_notes(ROWS)
    view.notes.filter(number)
    assert "".join(row.key for row in view.notes.list.rows) == keys


def test_a_new_note_is_held_against_the_filter(view):
    view.notes.show_notes(ROWS[:1])
    view.notes.filter(1)
    assert view.notes.list.rows == ()
    view.notes.show_notes(ROWS)
    assert [row.key for row in view.notes.list.rows] == ["n2", "n3"]


def test_the_cover_leaves_out_what_is_not_for_their_eyes(view):
    view.notes.show_notes(ROWS)
    view.notes.cover(on=True)
    assert [row.key for row in view.notes.list.rows] == ["n1", "n2"]
    view.notes.cover(on=False)
    assert len(view.notes.list.rows) == 3


def test_interviews_and_guide_share_a_side(view):
    view.show_side(1)
    assert view.interviews.isVisible()
    assert not view.guide.isVisible()


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
