"""The guide of an interview: where its lines left off, and the time that is left."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cxo_desktop.app.guides import guide_of
from cxo_desktop.domain.enums import InterviewStatus
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.ui.guide_work import GuideWork
from cxo_desktop.ui.widgets.guide_card import GuideCard


@pytest.fixture
def work(app, qtbot):
    card = GuideCard()
    qtbot.addWidget(card)
    return GuideWork(card), card


@pytest.fixture
def engagement(sample):
    opened = sample.workspace.open()
    yield opened
    opened.close()


def talk(**more):
    return Interview(code="I-1", guide="G-FIELD", language="hi", participants=("P12",), **more)


def test_it_begins_where_the_lines_left_off(work, engagement):
    guide, card = work
    notes = [Note(guide_question="G-FIELD.03")]
    guide.open(engagement, talk(), notes)
    guide.show(notes)
    assert guide.current == "G-FIELD.03"
    assert card.title.text() == "Guide · फ़ील्ड"
    guide.step(1)
    guide.show(notes)
    assert card.current == "G-FIELD.04"
    assert card.rows[3].text.startswith("फ़ोन में कब")
    guide.open(engagement, talk(), notes)
    assert guide.current == "G-FIELD.04"


def test_questions_of_supervisors_are_not_asked_of_field_workers(work, engagement):
    guide, card = work
    guide.open(engagement, talk(), [])
    guide.show([])
    assert len(card.rows) < len(guide_of(engagement, "G-FIELD").questions)


def test_time_left_and_time_over(work, engagement):
    guide, card = work
    started = datetime.now(UTC) - timedelta(minutes=34, seconds=12)
    open_now = talk(status=InterviewStatus.OPEN, started_at=started.isoformat(), minutes=40)
    guide.open(engagement, open_now, [])
    assert guide.show_time().startswith("34:1")
    assert card.left_time.text() == "6 min left"
    guide.open(engagement, replace(open_now, minutes=30), [])
    guide.show_time()
    assert card.left_time.text() == "4 min over"
    guide.open(engagement, talk(status=InterviewStatus.DONE), [])
    assert guide.show_time() == ""


def test_an_interview_without_a_guide(work, engagement):
    guide, _card = work
    guide.open(engagement, replace(talk(), guide=None), [])
    guide.step(1)
    guide.show([])
    assert not guide.has_guide
    assert guide.current == ""
