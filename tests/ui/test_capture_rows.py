"""What Capture lists comes from the records, blocked where consent does not carry it."""

from datetime import date

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement, Settings
from cxo_desktop.domain.enums import ConsentScope, ConsentState, InterviewStatus, NoteKind
from cxo_desktop.domain.guides import Guide, GuideQuestion, GuideSheet
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.mentions import vocabulary
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.tools import Tool
from cxo_desktop.ui import capture_rows
from cxo_desktop.ui.interview_sums import what_stays

PEOPLE = (Person(code="P1", role="Supervisor"), Person(code="P2", role="Clerk"))


KNOWN = vocabulary(PEOPLE, (), (Tool(code="TL1", name="CommCare (cloud)"),), ())


def listed(notes, consents, names):
    return capture_rows.LineRows(KNOWN, Settings()).rows(notes, consents, names, {})


def interview(code, status, on=None):
    return Interview(id=code, code=code, status=status, on=on, participants=("P1",))


def note(number, person="P1", **more):
    return Note(id=f"n{number}", code=f"N{number}", interview="I1", person=person, **more)


def test_open_interviews_stand_first_then_planned_then_the_newest():
    held = [
        interview("I1", InterviewStatus.DONE, date(2026, 6, 1)),
        interview("I2", InterviewStatus.DONE, date(2026, 6, 9)),
        interview("I3", InterviewStatus.PLANNED),
        interview("I4", InterviewStatus.OPEN, date(2026, 5, 1)),
    ]
    dossier = Dossier(
        engagement=Engagement(),
        records={Interview: tuple(held), Person: PEOPLE, Note: (note(1, text="x"),)},
    )
    rows = capture_rows.interview_rows(dossier)
    assert [row.key for row in rows] == ["I4", "I3", "I2", "I1"]
    assert [row.aside for row in rows] == ["", "", "", "1"]
    assert rows[0].title == "Supervisor"
    assert rows[2].below == "9 Jun · held"


def test_a_note_without_consent_of_its_speaker_is_blocked():
    consents = [
        Consent(person="P1", state=ConsentState.GIVEN, scopes=(ConsentScope.NOTES,)),
        Consent(person="P2", state=ConsentState.WITHDRAWN, scopes=(ConsentScope.NOTES,)),
    ]
    notes = [note(1, text="a"), note(2, "P2", text="b"), note(3, None, text="c")]
    rows = listed(notes, consents, {"P2": "Clerk"})
    assert [row.blocked for row in rows] == [False, True, True]
    assert [row.who for row in rows] == ["", "Clerk", ""]
    assert [row.time for row in rows] == ["N1", "N2", "N3"]
    assert what_stays(rows).startswith("2 notes stay")
    assert what_stays(rows[:1]) == ""


def test_a_row_is_named_and_edited_as_it_was_typed():
    row = listed([note(1, text="late", raw_text="! late", kind=NoteKind.PAIN_POINT)], (), {})[0]
    assert (row.raw, row.shown, row.look[2]) == ("! late", "late", "Pain")
    assert "stays on this laptop" in row.spoken


def test_questions_with_their_state():
    sheet = GuideSheet(
        Guide(), tuple(GuideQuestion(code=code, text=code, must=True) for code in "abc")
    )
    rows = capture_rows.question_rows(sheet, {"a"}, {"a", "b"}, "en")
    assert [row.state for row in rows] == ["answered", "asked", "open"]


def test_an_interview_with_nobody_is_told_as_such():
    dossier = Dossier(engagement=Engagement(), records={Person: PEOPLE})
    assert capture_rows.title_of(dossier, Interview()) == "Nobody yet"
    assert capture_rows.subtitle_of(Interview(on=date(2026, 6, 3), place="Ward")) == (
        "3 Jun 2026 · Ward"
    )
