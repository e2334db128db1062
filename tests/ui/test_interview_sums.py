"""What the lines of an interview add up to, as they come, change and go."""

from dataclasses import replace

from cxo_desktop.domain.engagement import Settings
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.mentions import vocabulary
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.tools import Tool
from cxo_desktop.ui.capture_rows import LineRows
from cxo_desktop.ui.interview_sums import InterviewSums

PEOPLE = (Person(code="P1", role="Supervisor"), Person(code="P2", role="Clerk"))
KNOWN = vocabulary(PEOPLE, (), (Tool(code="TL1", name="CommCare (cloud)"),), ())
SUMS = InterviewSums(KNOWN, Settings())


def note(number, **more):
    return Note(id=f"n{number}", code=f"N{number}", interview="I1", person="P1", **more)


def summed(notes):
    return SUMS.summary(LineRows(KNOWN, Settings()).rows(notes, (), {}, {}), notes)


def test_what_an_interview_adds_up_to():
    notes = [
        note(1, text="uses CommCare", kind=NoteKind.FACT),
        note(2, text="commcare again", kind=NoteKind.PAIN_POINT, verbatim=True),
        note(3, text="a > b", raw_text="> a > b"),
        note(4, text="6h x 4 /month @400", raw_text="= 6h x 4 /month @400"),
        note(5, text="2h /month", raw_text="= 2h /month"),
        note(6, text="asks @Clerk fri", raw_text="[] asks @Clerk fri"),
    ]
    found = summed(notes)
    assert found.tools == ("CommCare",)
    assert found.people == ("Clerk",)
    assert found.flows == ("a → b",)
    assert found.pains == ("“commcare again”",)
    assert found.costs == ("26 h a month · ₹\xa09,600", "2")
    assert found.actions == 1
    assert found.quoted == "1 of 6 word for word"


def test_a_line_that_changed_or_went_counts_as_it_is_now():
    notes = [note(1, text="late", kind=NoteKind.PAIN_POINT), note(2, text="@Clerk counts")]
    assert (summed(notes).pains, summed(notes).people) == (("late",), ("Clerk",))
    notes[0] = replace(notes[0], text="late again")
    assert summed(notes).pains == ("late again",)
    assert summed(notes[:1]).people == ()
