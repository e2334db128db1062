"""One interview at a time: what was typed into the one before is kept first."""

import pytest
from PySide6.QtTest import QTest

from cxo_desktop.app.drafts import draft_of
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.interviews import Note


@pytest.fixture
def page(window):
    window.go_to("capture")
    window.capture.show_interview("I07")
    return window.capture


def test_half_a_line_waits_in_its_own_interview(page):
    field = page.view.composer.field
    QTest.keyClicks(field, "! half a li")
    page.show_interview("I08")
    assert field.text() == ""
    assert draft_of(page.desk.engagement, "I07").text == "! half a li"
    page.show_interview("I07")
    assert page.view.composer.line.raw == "! half a li"


def test_lines_to_ask_later_are_gone_through_in_turn(page):
    engagement = page.desk.engagement
    for text in ("who owns it", "who pays"):
        engagement.add(Note(interview="I07", text=text, kind=NoteKind.OPEN_QUESTION))
    keys = [r.key for r in page.view.notes.list.rows if r.kind is NoteKind.OPEN_QUESTION]
    seen = []
    for _time in range(len(keys) + 1):
        page.actions_by_key["capture.later"].trigger()
        seen.append(page.view.notes.list.current)
    assert seen == [*keys, keys[0]]


def test_the_selected_line_is_the_current_record(page):
    row = page.view.notes.list.rows[0]
    assert page.current_record() is None
    page.view.notes.list.select(row.key)
    assert page.current_record().code == row.code
    page.go_back_to("I08")
    assert page.where() == "I08"


def test_what_is_typed_is_on_the_disk_before_a_lock(page):
    QTest.keyClicks(page.view.composer.field, "! half")
    page.before_lock()
    assert draft_of(page.desk.engagement, "I07").text == "! half"


def test_the_clock_stands_still_where_nothing_runs(page):
    page.session.tick()
    assert not page.session._clock.isActive()
    assert not page.header.clock.isVisible()
