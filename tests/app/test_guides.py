"""The guides: three as shipped, changed for one engagement only."""

from dataclasses import replace

import pytest

from cxo_desktop.app.guides import (
    add_question,
    change_question,
    consent_words,
    guide_for,
    guide_of,
    guides_of,
    move_question,
    remove_question,
    shipped,
    take_copy,
)
from cxo_desktop.app.history import undo
from cxo_desktop.app.interviews import start_interview
from cxo_desktop.domain.guides import Guide, GuideQuestion


def test_three_guides_with_probes_and_the_field_one_in_hindi():
    sheets = {sheet.guide.code: sheet for sheet in shipped()}
    assert set(sheets) == {"G-LEAD", "G-PROG", "G-FIELD"}
    for sheet in sheets.values():
        assert len(sheet.questions) >= 13
        assert all(q.short and q.text and q.kinds for q in sheet.questions)
        assert sum(bool(q.must) for q in sheet.questions) >= 7
        assert len({q.code for q in sheet.questions}) == len(sheet.questions)
    assert all(q.text_hi and q.short_hi for q in sheets["G-FIELD"].questions)
    assert all(q.probes for q in sheets["G-LEAD"].questions)


def test_the_words_to_read_aloud_ask_for_leadership_too():
    words = consent_words()
    assert len(words.lines["en"]) == len(words.lines["hi"]) == 7
    assert "with your leadership?" in words.lines["en"][-1]
    assert "नेतृत्व" in words.lines["hi"][-1]


@pytest.mark.parametrize(("level", "code"), [("L1", "G-LEAD"), ("L3", "G-PROG"), ("L5", "G-FIELD")])
def test_a_level_has_its_guide(level, code):
    assert guide_for(shipped(), level) == code
    assert guide_for(shipped(), None) == ""


def test_an_interview_makes_its_guide_the_engagements_own(sample):
    start_interview(sample, person="P06", guide="G-FIELD")
    assert [guide.code for guide in sample.find(Guide)] == ["G-FIELD"]
    assert len(sample.find(GuideQuestion)) == 16
    start_interview(sample, person="P06", guide="G-FIELD")
    assert len(sample.find(GuideQuestion)) == 16


def test_a_changed_question_is_asked_from_now_on(sample):
    question = guide_of(sample, "G-LEAD").questions[0]
    change_question(sample, replace(question, text="Why now?"))
    assert guide_of(sample, "G-LEAD").questions[0].text == "Why now?"
    assert shipped()[0].questions[0].text != "Why now?"
    undo(sample)
    assert guide_of(sample, "G-LEAD").questions[0].text == question.text


def test_questions_are_added_moved_and_removed(sample):
    take_copy(sample, "G-LEAD")
    added = add_question(sample, "G-LEAD", "Vendor", "Who sold it?")
    move_question(sample, added, -1)
    codes = [q.code for q in guide_of(sample, "G-LEAD").questions]
    assert codes[-2] == added.code
    move_question(sample, guide_of(sample, "G-LEAD").questions[0], -1)
    assert [q.code for q in guide_of(sample, "G-LEAD").questions] == codes
    remove_question(sample, added)
    assert added.code not in [q.code for q in guide_of(sample, "G-LEAD").questions]


def test_an_own_guide_stands_behind_the_shipped_ones(sample):
    sample.add(Guide(code="G-OWN", name="Vendors"))
    assert [sheet.guide.code for sheet in guides_of(sample)] == [
        "G-LEAD",
        "G-PROG",
        "G-FIELD",
        "G-OWN",
    ]
    assert guide_of(sample, "G-ELSE") is None
