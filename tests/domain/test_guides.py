"""Which question comes next, and which are answered."""

from cxo_desktop.domain.guides import Guide, GuideQuestion, GuideSheet, answered, where_we_are
from cxo_desktop.domain.interviews import Note

SHEET = GuideSheet(
    Guide(code="G"),
    (
        GuideQuestion(code="G.1", short="Day", text="Your day?", text_hi="आपका दिन?"),
        GuideQuestion(code="G.2", short="Twice", text="Typed twice?"),
        GuideQuestion(code="G.3", short="Friday", text="Show me Friday.", levels=("L4",)),
    ),
)


def test_the_next_question_stays_within_the_guide():
    assert [SHEET.next_to("G.1", 1), SHEET.next_to("G.3", 1), SHEET.next_to("G.1", -1)] == [
        "G.2",
        "G.3",
        "G.1",
    ]
    assert SHEET.next_to("", 1) == "G.1"
    assert GuideSheet(Guide(), ()).next_to("G.1", 1) == ""


def test_a_question_for_one_level_is_asked_of_that_level():
    assert [q.code for q in SHEET.for_levels({"L5"}).questions] == ["G.1", "G.2"]
    assert len(SHEET.for_levels({"L4", "L5"}).questions) == 3


def test_lines_tell_what_was_answered_and_where_we_are():
    notes = [Note(guide_question="G.1"), Note(guide_question="G.2"), Note(guide_question="old")]
    assert answered(notes) >= {"G.1", "G.2"}
    assert where_we_are(SHEET, notes) == "G.2"
    assert where_we_are(SHEET, []) == "G.1"


def test_hindi_where_there_is_some():
    assert SHEET.questions[0].in_language("hi")[:2] == ("Day", "आपका दिन?")
    assert SHEET.questions[1].in_language("hi")[1] == "Typed twice?"
