"""Lines of an interview: kept, changed, split, merged, moved, removed; and all of it undone."""

import pytest

from cxo_desktop.app.drafts import keep_draft_line
from cxo_desktop.app.history import redo, undo
from cxo_desktop.app.interviews import notes_of, start_interview
from cxo_desktop.app.lines import (
    change_line,
    keep_line,
    line_of,
    merge_lines,
    move_line,
    remove_line,
    say_who,
    split_line,
)
from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.enums import NoteKind, Sensitivity
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.line_grammar import LineForm, parse_line, retyped
from cxo_desktop.domain.people import PersonName


@pytest.fixture
def held(sample):
    sample.add(PersonName(person="P05", full_name="Imran Shaikh", aliases=("Imran",)))
    return sample, start_interview(sample, person="P06").code


def keep(held, line):
    return keep_line(held[0], interview=held[1], line=line)


def texts(held):
    return [note.text for note in notes_of(held[0], held[1])]


def test_names_are_kept_as_codes(held):
    note = keep(held, "! asks @imran about +CommCare #typed")
    assert note.text == "asks @P05 about +CommCare #typed"
    assert note.raw_text == "! asks @P05 about +CommCare #typed"
    stored = held[0].store.db.execute("SELECT count(*) FROM note WHERE text LIKE '%mran%'")
    assert stored.fetchone() == (0,)


def test_a_line_refers_to_the_tools_it_names(held):
    note = keep(held, "typed into +CommCare, ~6 times")
    tool = next(t for t in held[0].dossier().records[type(_tool(held))] if "CommCare" in t.name)
    assert note.refs == (tool.code,)
    assert note.unsure
    changed = change_line(held[0], note, parse_line("typed on paper"))
    assert (changed.refs, changed.unsure) == ((), None)


def _tool(held):
    from cxo_desktop.domain.tools import Tool

    return held[0].find(Tool)[0]


def test_what_somebody_laid_a_line_to_stays_when_its_words_change(held):
    engagement = held[0]
    note = engagement.get(Note, "N001")
    changed = change_line(engagement, note, parse_line("! other words"))
    assert changed.refs == note.refs
    assert changed.themes == note.themes


def test_changing_marks_changes_what_the_note_is(held):
    note = keep(held, "~ own sheet")
    changed = change_line(held[0], note, parse_line('%" own sheet, each month'))
    assert (changed.kind, changed.verbatim, changed.off_record) == (NoteKind.FACT, True, True)
    assert changed.sensitivity is Sensitivity.CONFIDENTIAL
    back = change_line(held[0], changed, parse_line("own sheet"))
    assert back.sensitivity is Sensitivity.INTERNAL


def test_a_line_without_words_is_refused(held):
    note = keep(held, "! typed twice")
    with pytest.raises(InputRefused, match="no words"):
        change_line(held[0], note, parse_line("!  "))
    assert texts(held) == ["typed twice"]


def test_a_note_that_was_not_typed_here_can_be_retyped(held):
    note = held[0].get(Note, "N001")
    changed = change_line(held[0], note, retyped(line_of(note), NoteKind.RISK))
    assert (changed.kind, changed.text) == (NoteKind.RISK, note.text)


def test_split_and_merge_are_each_others_inverse(held):
    keep(held, "! first")
    note = keep(held, "! one thing and another")
    keep(held, "last")
    rest = split_line(held[0], note, "one thing ", "and another")
    assert texts(held) == ["first", "one thing", "and another", "last"]
    assert (rest.kind, rest.written_at, rest.person) == (
        NoteKind.PAIN_POINT,
        note.written_at,
        note.person,
    )
    first = held[0].get(Note, note.code)
    merge_lines(held[0], first, rest)
    assert texts(held) == ["first", "one thing and another", "last"]
    undo(held[0])
    undo(held[0])
    assert texts(held) == ["first", "one thing and another", "last"]


def test_moving_stays_within_the_interview(held):
    for word in ("a", "b", "c"):
        keep(held, word)
    note = notes_of(held[0], held[1])[2]
    for _time in range(3):
        move_line(held[0], held[0].get(Note, note.code), -1)
    assert texts(held) == ["c", "a", "b"]
    move_line(held[0], held[0].get(Note, note.code), 1)
    assert texts(held) == ["a", "c", "b"]


def test_removing_an_action_line_removes_the_action_and_undo_brings_both_back(held):
    note = keep(held, "[] send counts @imran fri")
    before = held[0].find(Action)
    remove_line(held[0], note)
    assert texts(held) == []
    assert len(held[0].find(Action)) == len(before) - 1
    undo(held[0])
    assert held[0].find(Action) == before
    redo(held[0])
    assert texts(held) == []


def test_who_said_it_can_be_said_later(held):
    note = keep(held, "late")
    say_who(held[0], note, "P05")
    assert held[0].get(Note, note.code).person == "P05"


def test_a_literal_line_stays_literal(held):
    note = keep(held, " !! not a risk")
    assert (note.kind, note.text) == (NoteKind.FACT, "!! not a risk")
    assert line_of(note).form is LineForm.NOTE


def test_the_draft_goes_with_the_line_it_becomes(held):
    note = keep_draft_line(
        held[0],
        interview=held[1],
        line="> a > b",
        written_at="2026-11-25T10:00:00+00:00",
        guide_question="G-LEAD.01",
    )
    assert (note.written_at, note.guide_question) == ("2026-11-25T10:00:00+00:00", "G-LEAD.01")
