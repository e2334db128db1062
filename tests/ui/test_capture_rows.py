"""What Capture lists comes from the records, blocked where consent does not carry it."""

from datetime import date

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.enums import ConsentScope, ConsentState, InterviewStatus, NoteKind
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.tools import Tool
from cxo_desktop.ui import capture_rows

PEOPLE = (Person(code="P1", role="Supervisor"), Person(code="P2", role="Clerk"))


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
    rows = capture_rows.note_rows(notes, consents, {"P2": "Clerk"})
    assert [row.blocked for row in rows] == [False, True, True]
    assert [row.who for row in rows] == ["", "Clerk", ""]
    assert [row.time for row in rows] == ["N1", "N2", "N3"]
    assert capture_rows.what_stays(rows).startswith("2 notes stay")
    assert capture_rows.what_stays(rows[:1]) == ""


def test_counts_and_tools():
    notes = [
        note(1, text="uses CommCare", kind=NoteKind.FACT),
        note(2, text="commcare again", kind=NoteKind.PAIN_POINT, verbatim=True),
        note(3, text="paper", kind=NoteKind.PAIN_POINT),
    ]
    rows = capture_rows.note_rows(notes, (), {})
    assert [(bar.label, bar.figure) for bar in capture_rows.kind_bars(rows)] == [
        ("Pain", "2"),
        ("Fact", "1"),
    ]
    tools = [Tool(name="CommCare"), Tool(name="WhatsApp on personal phones")]
    assert capture_rows.tools_named(rows, tools) == ["CommCare"]
    assert capture_rows.quoted_words(rows) == "1 of 3 word for word"


def test_an_interview_with_nobody_is_told_as_such():
    dossier = Dossier(engagement=Engagement(), records={Person: PEOPLE})
    assert capture_rows.title_of(dossier, Interview()) == "Nobody yet"
    assert capture_rows.subtitle_of(Interview(on=date(2026, 6, 3), place="Ward")) == (
        "3 Jun 2026 · Ward"
    )
