"""Whose notes may be used."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cxo_desktop.analysis.consent import blocked_notes, consent, usable
from cxo_desktop.domain.enums import ConsentMethod, ConsentScope, ConsentState, InterviewStatus
from cxo_desktop.domain.interviews import Consent, Interview, Note

FULL = Consent(
    person="P1",
    interview="I1",
    state=ConsentState.GIVEN,
    scopes=(ConsentScope.NOTES,),
    language="hi",
    method=ConsentMethod.ORAL,
    notice_version="v1",
    given_at="2026-06-01",
    recorded_by="C1",
)
TALK = Interview(code="I1", status=InterviewStatus.DONE, participants=("P1",))
SAID = Note(code="N1", interview="I1", person="P1", verbatim=True)


def test_the_sample_is_consented_as_expected(sample, expected):
    assert consent(sample).as_json() == expected["consent"]


def test_a_full_consent_is_complete_and_blocks_nothing(make):
    figure = consent(make(TALK, FULL, SAID))
    assert (figure.complete, figure.missing, figure.notes_blocked) == (1, (), ())


@pytest.mark.parametrize(
    "gap",
    [
        {"state": ConsentState.WITHDRAWN},
        {"language": None},
        {"method": None},
        {"notice_version": ""},
        {"given_at": None},
        {"scopes": ()},
        {"recorded_by": None},
    ],
)
def test_each_missing_part_makes_a_consent_incomplete(make, gap):
    assert consent(make(TALK, replace(FULL, **gap), SAID)).missing == ("P1/I1",)


@pytest.mark.parametrize("state", set(ConsentState) - {ConsentState.GIVEN, "given_limited"})
def test_no_note_may_be_used_without_a_yes(make, state):
    assert blocked_notes(make(TALK, replace(FULL, state=state), SAID)) == ("N1",)


def test_consent_for_one_interview_does_not_cover_another(make):
    elsewhere = Note(code="N2", interview="I2", person="P1")
    assert blocked_notes(make(TALK, FULL, SAID, elsewhere)) == ("N2",)


def test_words_of_nobody_in_particular_stay_blocked_in_an_interview_only(make):
    in_talk, at_desk = Note(code="N2", interview="I1"), Note(code="N3")
    assert blocked_notes(make(TALK, FULL, SAID, in_talk, at_desk)) == ("N2",)


def test_the_consent_recorded_last_counts(make):
    taken_back = replace(FULL, state=ConsentState.WITHDRAWN)
    assert blocked_notes(make(TALK, FULL, taken_back, SAID)) == ("N1",)


def test_a_quote_needs_its_own_yes(make):
    assert consent(make(TALK, FULL, SAID)).verbatim_without_quote_scope == ("N1",)
    quoted = replace(FULL, scopes=(ConsentScope.NOTES, ConsentScope.QUOTE_ANONYMOUS))
    assert consent(make(TALK, quoted, SAID)).verbatim_without_quote_scope == ()


def test_a_brief_sees_neither_blocked_notes_nor_those_off_the_record(make):
    aside = Note(code="N2", interview="I1", person="P1", off_record=True)
    unasked = Note(code="N3", interview="I1", person="P7")
    kept = usable(make(TALK, FULL, SAID, aside, unasked)).all(Note)
    assert [note.code for note in kept] == ["N1"]


def test_with_no_interview_completeness_is_not_known(make):
    assert consent(make()).as_json()["completeness"] is None
