"""Brief: shows what will be in it, makes a real PDF in the background, and can be stopped."""

import pytest

from cxo_desktop.app.interviews import end_interview, keep_note, start_interview
from cxo_desktop.domain.enums import ConsentScope, ConsentState, NoteKind
from cxo_desktop.ui.tasks import Task


@pytest.fixture
def page(qtbot, window):
    window.go_to("brief")
    page = window.brief
    qtbot.waitUntil(lambda: page.brief is not None, timeout=20_000)
    yield page
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=30_000)


def test_it_shows_what_will_be_in_it(page):
    assert "decisions" in page.parts.keys
    assert "findings" in page.parts.keys
    shown = [label.text() for label in page.sheet.findChildren(type(page.dated))]
    assert page.brief.title in shown
    assert page.brief.box.decisions[0].statement in shown


def test_the_button_makes_a_pdf(qtbot, page):
    page.make()
    assert not page.make_button.isEnabled()
    assert page.cancel_button.isVisible()
    assert page.progress.isVisible()
    qtbot.waitUntil(lambda: page.path is not None, timeout=30_000)
    qtbot.waitUntil(page.make_button.isEnabled, timeout=5_000)
    assert page.path.read_bytes().startswith(b"%PDF-")
    assert page.path.name == "brief-2026-10-30.pdf"
    assert str(page.path) in page.words.text()
    assert page.open_button.isVisible()
    assert not page.progress.isVisible()


def test_cancel_leaves_no_file(qtbot, page):
    page.make()
    page.cancel()
    qtbot.waitUntil(page.make_button.isEnabled, timeout=30_000)
    assert page.words.text() == "Cancelled; nothing was written."
    assert not list(page.folder.glob("*")) if page.folder.exists() else True
    assert not page.open_button.isVisible()


def test_a_folder_that_cannot_be_written_is_told(qtbot, page, window, tmp_path):
    blocked = tmp_path / "a file"
    blocked.write_text("", encoding="utf-8")
    page.folder = blocked
    page.make()
    qtbot.waitUntil(page.make_button.isEnabled, timeout=30_000)
    assert window.notice.isVisible()
    assert page.path is None


def test_a_line_typed_in_the_window_reaches_the_brief(qtbot, page, window):
    def heard():
        return sum(rung.done for rung in page.brief.coverage.rungs)

    assert heard() == 12
    engagement = page.desk.engagement
    interview = start_interview(
        engagement,
        person="P04",
        consent=ConsentState.GIVEN,
        scopes=(ConsentScope.NOTES, ConsentScope.QUOTE_ANONYMOUS),
    )
    keep_note(engagement, interview=interview.code, text="one list", kind=NoteKind.NEED)
    end_interview(engagement, interview.code)
    qtbot.waitUntil(lambda: heard() == 13, timeout=20_000)


def test_an_outcome_of_an_older_question_is_ignored(qtbot, page):
    before = page.brief
    stray = Task(lambda token, progress: None, page)
    stray.succeeded.connect(page.show_brief)
    with qtbot.waitSignal(stray.finished):
        page.desk.runner.start(stray)
    assert page.brief is before
