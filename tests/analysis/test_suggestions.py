"""Candidates for findings."""

from __future__ import annotations

import pytest

from cxo_desktop.analysis.suggestions import SuggestionKind, suggestions
from cxo_desktop.domain.enums import ConsentScope, ConsentState, NoteKind
from cxo_desktop.domain.findings import Evidence, Finding
from cxo_desktop.domain.interviews import Consent, Note
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.themes import Theme

THEMES = (Theme(code="VIS", need_area="dashboards"), Theme(code="DUP", need_area="chain"))
PEOPLE = tuple(Person(code=f"P{n}", level=f"L{n}") for n in range(1, 6))


@pytest.fixture
def said(make):
    """Notes given as (level number, kind, theme), each in an interview of its own."""

    def build(*notes, more=(), consented=True):
        records = []
        for number, (level, kind, theme) in enumerate(notes, 1):
            person, interview = f"P{level}", f"I{number}"
            records.append(
                Note(
                    code=f"N{number}",
                    person=person,
                    interview=interview,
                    kind=kind,
                    themes=(theme,),
                )
            )
            if consented:
                records.append(
                    Consent(
                        person=person,
                        interview=interview,
                        state=ConsentState.GIVEN,
                        scopes=(ConsentScope.NOTES,),
                    )
                )
        return suggestions(make(*THEMES, *PEOPLE, *records, *more)).candidates

    return build


NEED, ASK, GUESS = NoteKind.NEED, NoteKind.ASK, NoteKind.ASSUMPTION


def test_a_theme_that_several_levels_name_in_several_interviews(said):
    (found,) = said((3, NEED, "DUP"), (4, NEED, "DUP"), (4, NEED, "DUP"))
    assert (found.kind, found.area, found.levels) == (
        SuggestionKind.SHARED_THEME, "chain", ("L3", "L4")
    )  # fmt: skip
    assert found.supports == ("N1", "N2", "N3")


def test_two_interviews_or_one_level_are_not_enough(said):
    assert said((3, NEED, "DUP"), (4, NEED, "DUP")) == ()
    assert said((4, NEED, "DUP"), (4, NEED, "DUP"), (4, NEED, "DUP")) == ()


def test_what_a_finding_rests_on_is_not_suggested_again(said):
    evidence = [Finding(code="F", need_area="chain")]
    evidence += [Evidence(finding="F", target=f"N{n}") for n in (1, 2, 3)]
    notes = [(3, NEED, "DUP"), (4, NEED, "DUP"), (5, NEED, "DUP")]
    assert said(*notes, more=evidence) == ()
    elsewhere = [Finding(code="F", need_area="dashboards"), *evidence[1:]]
    assert len(said(*notes, more=elsewhere)) == 1


def test_the_top_assumes_what_the_field_denies(said):
    (found,) = said((1, GUESS, "DUP"), (5, NEED, "DUP"))
    assert (found.kind, found.supports, found.contradicts) == (
        SuggestionKind.LEVELS_DIFFER, ("N2",), ("N1",)
    )  # fmt: skip


def test_an_ask_that_hardly_anybody_needs(said):
    (found,) = said((1, ASK, "VIS"), (5, NEED, "DUP"))
    assert (found.kind, found.supports) == (SuggestionKind.IDLE_ASK, ("N1",))


def test_without_any_need_no_ask_is_called_idle(said):
    assert said((1, ASK, "VIS")) == ()


def test_blocked_notes_suggest_nothing(said):
    notes = [(3, NEED, "DUP"), (4, NEED, "DUP"), (5, NEED, "DUP")]
    assert said(*notes, consented=False) == ()


def test_the_sample_points_at_the_idle_ask_and_the_refuted_assumption(sample):
    found = {(it.kind, it.area): it for it in suggestions(sample).candidates}
    assert found[SuggestionKind.IDLE_ASK, "visualisation"].supports == ("N001", "N009", "N016")
    assert found[SuggestionKind.LEVELS_DIFFER, "field_use"].contradicts == ("N008",)
