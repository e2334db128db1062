"""What was asked for first, against what people need."""

from __future__ import annotations

import pytest

from cxo_desktop.analysis.consent import usable
from cxo_desktop.analysis.divergence import divergence
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.themes import Theme

THEMES = (
    Theme(code="VIS", need_area="dashboards"),
    Theme(code="DUP", need_area="chain"),
    Theme(code="LAT", need_area="chain"),
    Theme(code="MISC"),
)
PEOPLE = (
    Person(code="ED", level="L1"),
    Person(code="FW", level="L5"),
    Person(code="SUP", level="L4"),
    Person(code="?"),
)


def note(code: str, person: str, kind: NoteKind, *themes: str) -> Note:
    return Note(code=code, person=person, kind=kind, themes=themes)


def test_the_sample_diverges_as_expected(sample, expected):
    assert divergence(sample).as_json() == expected["divergence"]


def test_the_brief_leaves_blocked_notes_out(sample):
    assert divergence(usable(sample)).as_json()["need_share"]["data_chain"] == 0.5049


def test_each_level_has_one_voice_however_many_notes_it_has(make):
    loud = [note(f"N{n}", "ED", NoteKind.NEED, "VIS") for n in range(9)]
    quiet = note("N9", "FW", NoteKind.PAIN_POINT, "DUP")
    assert divergence(make(*THEMES, *PEOPLE, *loud, quiet)).need == {
        "chain": 0.5,
        "dashboards": 0.5,
    }


def test_a_note_with_two_themes_splits_its_weight(make):
    figure = divergence(make(*THEMES, *PEOPLE, note("N1", "FW", NoteKind.RISK, "VIS", "DUP")))
    assert figure.need == {"chain": 0.5, "dashboards": 0.5}
    same_area = divergence(make(*THEMES, *PEOPLE, note("N1", "FW", NoteKind.RISK, "LAT", "DUP")))
    assert same_area.need == {"chain": 1.0}


def test_only_leaders_ask_and_only_needs_need(make):
    figure = divergence(
        make(
            *THEMES,
            *PEOPLE,
            note("N1", "FW", NoteKind.ASK, "VIS"),
            note("N2", "ED", NoteKind.FACT, "VIS"),
        )
    )
    assert (figure.ask, figure.need, figure.as_json()["divergence"]) == ({}, {}, None)


def test_the_real_need_is_what_most_levels_name_and_nobody_asked_for(make):
    figure = divergence(
        make(
            *THEMES,
            *PEOPLE,
            note("N1", "ED", NoteKind.ASK, "VIS"),
            note("N2", "ED", NoteKind.NEED, "VIS"),
            note("N3", "FW", NoteKind.NEED, "VIS"),
            note("N4", "SUP", NoteKind.NEED, "LAT"),
        )
    )
    assert figure.candidate_real_need == "chain"
    assert figure.overlap == pytest.approx(2 / 3)


def test_notes_that_cannot_be_placed_are_told(make):
    lost = [note("N1", "?", NoteKind.NEED, "VIS"), note("N2", "FW", NoteKind.NEED, "MISC")]
    figure = divergence(make(*THEMES, *PEOPLE, *lost, note("N3", "FW", NoteKind.NEED)))
    assert figure.need == {}
    assert [it.missing for it in figure.completeness] == [("N1",), ("N2", "N3")]


def test_it_is_too_early_below_twenty_need_notes(make, sample):
    notes = [note(f"N{n}", "FW", NoteKind.NEED, "DUP") for n in range(20)]
    assert divergence(make(*THEMES, *PEOPLE, *notes[1:])).too_early
    assert not divergence(make(*THEMES, *PEOPLE, *notes)).too_early


def test_every_note_behind_the_figure_can_be_opened(sample):
    figure = divergence(sample)
    assert "N001" in figure.inputs["notes"]
    assert set(figure.inputs["notes"]) <= {note.code for note in sample.all(Note)}
