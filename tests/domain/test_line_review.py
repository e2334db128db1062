"""What is found before an interview is closed."""

import pytest

from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.enums import ConsentScope, ConsentState, NoteKind
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.line_review import Found, Gap, has_private_number, review


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("call 98765 43210", True),
        ("+91 9876543210", True),
        ("9876-543-210", True),
        ("९८७६५४३२१०", True),
        ("1234 5678 9012", True),
        ("12 homes, 3 weeks, 2026", False),
        ("1234567", False),
        ("12345678901234", False),
    ],
)
def test_numbers_that_belong_to_somebody(text, private):
    assert has_private_number(text) is private


def test_every_gap_is_found_once_and_in_order():
    interview = Interview(code="I1", participants=("P1", "P2"))
    consents = [
        Consent(person="P1", state=ConsentState.GIVEN, scopes=(ConsentScope.NOTES,)),
        Consent(person="P2", state=ConsentState.NOT_ASKED),
    ]
    notes = [
        Note(code="N1", text="typed twice", kind=NoteKind.PAIN_POINT),
        Note(code="N2", text="typed twice", kind=NoteKind.PAIN_POINT, refs=("TL1",)),
        Note(code="N3", text="call 9876543210", kind=NoteKind.FACT),
        Note(code="N4", text="send", kind=NoteKind.FACT),
        Note(code="N5", text="send", kind=NoteKind.NEED, themes=("TH1",)),
    ]
    actions = [Action(raised_from="N4"), Action(raised_from="N5", owner="P1")]
    assert review(interview, notes, consents, actions) == (
        Found(Gap.CONSENT, "P2"),
        Found(Gap.NUMBER, "N3"),
        Found(Gap.OWNER, "N4"),
        Found(Gap.UNPLACED, "N1"),
    )
