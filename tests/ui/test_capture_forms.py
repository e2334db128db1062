"""The steps around an interview lead back to it."""

import pytest

from cxo_desktop.app.guides import guide_of
from cxo_desktop.domain.guides import GuideQuestion
from cxo_desktop.domain.interviews import Interview


@pytest.fixture
def page(window):
    window.go_to("capture")
    window.capture.show_interview("I07")
    return window.capture


def test_every_form_is_left_to_the_interview(page):
    forms = page.forms
    for ask in (forms.ask_consent, forms.look_before_end, forms.edit_guide, forms.ask_to_start):
        ask("I07")
        assert forms.shown
        page._stack.currentWidget().left.emit()
        assert not forms.shown
        assert page.code == "I07"


def test_the_guide_is_changed_for_this_engagement(page):
    engagement = page.desk.engagement
    code = engagement.get(Interview, "I07").guide
    page.forms.edit_guide("I07")
    editor = page.forms.guide
    before = list(editor.list.keys)
    editor.short.setText("The day")
    editor.asked.emit(before[0], "add")
    assert len(editor.list.keys) == len(before) + 1
    editor.asked.emit(editor.list.current, "up")
    assert editor.list.keys[-1] == before[-1]
    editor.asked.emit(editor.list.current, "remove")
    assert editor.list.keys == before
    editor.list.select(before[1])
    assert guide_of(engagement, code).questions[0].code == before[0]
    assert len(engagement.find(GuideQuestion, guide=code)) == len(before)


def test_what_stands_is_said_before_it_is_changed(page):
    page.forms.ask_consent("I07")
    assert page.forms.consent.standing.text()
    assert page.forms.consent.panel.answer is None
