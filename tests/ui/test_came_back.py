"""After a crash the window says what came back; after a normal end only what was not kept."""

from dataclasses import replace

import pytest

from cxo_desktop.app.drafts import save_draft
from cxo_desktop.domain.enums import InterviewStatus
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.ui.came_back import came_back


@pytest.fixture
def engagement(sample):
    opened = sample.workspace.open()
    yield opened
    opened.close()


def reopen(engagement, code):
    engagement.put(replace(engagement.get(Interview, code), status=InterviewStatus.OPEN))


def test_nothing_open_is_nothing_to_tell(engagement):
    assert came_back(engagement, crashed=True) is None


def test_an_open_interview_counts_after_a_crash_only(engagement):
    reopen(engagement, "I07")
    engagement.add(Note(interview="I07", text="x", written_at="2026-06-01T10:42:00+00:00"))
    assert came_back(engagement, crashed=False) is None
    found = came_back(engagement, crashed=True)
    assert found.words == "1 interview was open at 10:42."
    assert found.interview == "I07"


def test_words_that_were_not_kept_come_back_always(engagement):
    reopen(engagement, "I07")
    save_draft(engagement, interview="I07", text="! totals typed tw")
    found = came_back(engagement, crashed=False)
    assert found.words.startswith("1 interview was open at ")
    assert found.words.endswith("What was being typed is back.")


def test_the_banner_leads_to_the_interview(sample, open_window):
    engagement = sample.workspace.open()
    reopen(engagement, "I07")
    engagement.close()
    window = open_window(sample, crashed=True)
    banner = window.parts.banners.back
    assert banner.isVisible()
    banner.button.click()
    assert window.pages["capture"].isVisible()
    assert window.capture.code == "I07"
    assert not banner.isVisible()
