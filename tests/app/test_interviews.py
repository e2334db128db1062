"""An interview from its start to its end, with the consent it rests on."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from cxo_desktop.app.consents import record_consent
from cxo_desktop.app.interviews import (
    end_interview,
    keep_note,
    notes_of,
    pause_interview,
    start_interview,
)
from cxo_desktop.app.lines import keep_line
from cxo_desktop.domain.enums import (
    ConsentScope,
    ConsentState,
    InterviewStatus,
    NoteKind,
    Sensitivity,
)
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.people import Person


@pytest.fixture
def interview(empty):
    return start_interview(
        empty,
        person=None,
        role="Supervisor",
        level="L4",
        language="hi",
        consent=ConsentState.GIVEN,
        scopes=(ConsentScope.NOTES,),
    )


def test_a_new_person_comes_with_the_interview(empty, interview):
    person = empty.find(Person)[0]
    assert (person.role, person.level) == ("Supervisor", "L4")
    assert interview.participants == (person.code,)
    assert interview.status is InterviewStatus.OPEN


def test_the_consent_says_all_that_makes_it_complete(empty, interview):
    consent = empty.find(Consent, interview=interview.code)[0]
    assert consent.allows(ConsentScope.NOTES)
    assert all((consent.language, consent.method, consent.notice_version, consent.given_at))
    assert consent.recorded_by


def test_a_consent_that_was_not_asked_claims_nothing(empty):
    interview = start_interview(empty, person=None, role="Driver", scopes=(ConsentScope.NOTES,))
    consent = empty.find(Consent, interview=interview.code)[0]
    assert consent.scopes == ()
    assert consent.given_at is None


def test_a_later_consent_replaces_the_first(empty, interview):
    person = interview.participants[0]
    record_consent(empty, person=person, interview=interview.code, state=ConsentState.WITHDRAWN)
    consents = empty.find(Consent, interview=interview.code)
    assert [consent.state for consent in consents] == [ConsentState.WITHDRAWN]


@pytest.mark.parametrize("role", [None, "", "  "])
def test_an_interview_with_nobody_is_refused(empty, role):
    with pytest.raises(InputRefused, match="Nobody is named"):
        start_interview(empty, person=None, role=role)
    assert empty.find(Interview) == ()


def test_an_interview_with_an_unknown_person_is_refused(empty):
    with pytest.raises(NotFound, match="P99"):
        start_interview(empty, person="P99")
    assert empty.find(Interview) == ()


def test_a_note_is_laid_to_the_only_participant(empty, interview):
    note = keep_note(empty, interview=interview.code, text=" रजिस्टर दो बार ", verbatim=True)
    assert notes_of(empty, interview.code) == (note,)
    assert note.person == interview.participants[0]
    assert (note.text, note.language, note.verbatim) == ("रजिस्टर दो बार", "hi", True)


def test_a_typed_line_tells_its_kind(empty, interview):
    note = keep_line(empty, interview=interview.code, line="! totals typed twice")
    assert (note.kind, note.text) == (NoteKind.PAIN_POINT, "totals typed twice")
    assert note.raw_text == "! totals typed twice"


def test_a_kind_that_is_named_beats_the_mark(empty, interview):
    note = keep_line(empty, interview=interview.code, line="! late", kind=NoteKind.RISK)
    assert note.kind is NoteKind.RISK


def test_off_the_record_never_leaves(empty, interview):
    note = keep_line(empty, interview=interview.code, line="% he is looking for another post")
    assert note.off_record
    assert note.sensitivity is Sensitivity.CONFIDENTIAL


@pytest.mark.parametrize("line", ["", "   ", "! "])
def test_an_empty_line_is_not_kept(empty, interview, line):
    with pytest.raises(InputRefused, match="no words"):
        keep_line(empty, interview=interview.code, line=line)
    assert empty.find(Note) == ()


def test_nothing_is_kept_of_who_refused(empty):
    interview = start_interview(empty, person=None, role="Clerk", consent=ConsentState.REFUSED)
    with pytest.raises(InputRefused, match="refused"):
        keep_note(empty, interview=interview.code, text="something")
    assert empty.find(Note) == ()


def test_a_note_needs_an_interview_that_exists(empty):
    with pytest.raises(NotFound, match="I404"):
        keep_note(empty, interview="I404", text="x")


def test_an_ended_interview_counts_as_held(empty, interview):
    assert end_interview(empty, interview.code).status is InterviewStatus.DONE
    assert empty.get(Interview, interview.code).status is InterviewStatus.DONE


def test_a_pause_is_no_time_talked(empty, interview):
    paused = pause_interview(empty, interview.code)
    now = datetime.fromisoformat(paused.paused_at)
    begun, rests = now - timedelta(minutes=50), now - timedelta(minutes=30)
    empty.put(replace(paused, started_at=begun.isoformat(), paused_at=rests.isoformat()))
    pause_interview(empty, interview.code)
    ended = end_interview(empty, interview.code)
    assert (ended.minutes, ended.paused_at) == (20, None)
    assert pause_interview(empty, interview.code) == ended
