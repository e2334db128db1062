"""What a line begins with says what it is, and no typed character is ever lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.line_grammar import (
    KIND_MARKS,
    LineForm,
    TypedLine,
    literal,
    mark_of,
    parse_line,
    reformed,
    retyped,
    to_keep,
    with_flags,
)

marks = st.text(alphabet='!?<>:=*^~.&"%_[] ', max_size=6)
lines = st.builds(lambda start, rest: start + rest, marks, st.text(max_size=30))


@given(lines)
def test_every_character_comes_back(raw):
    assert parse_line(raw).raw == raw
    assert literal(raw).raw == raw


@given(lines)
def test_a_prefix_holds_nothing_but_marks(raw):
    line = parse_line(raw)
    assert set(line.prefix) <= set('!?<>:=*^~.&"%_[] ')
    assert line.is_plain == (line.prefix == "")


@given(lines)
def test_a_space_in_front_makes_it_literal(raw):
    assert parse_line(f" {raw}") == TypedLine(prefix="", text=f" {raw}")


@given(st.text(max_size=20), st.sampled_from(NoteKind), st.sampled_from(NoteKind))
def test_changing_the_kind_keeps_the_words(text, first, second):
    line = retyped(retyped(parse_line(f"n {text}"), first), second)
    assert (line.kind, line.text) == (second, f"n {text}")
    assert parse_line(line.raw) == line


@pytest.mark.parametrize(
    ("raw", "kind", "text"),
    [
        ("Runs 14 field workers", NoteKind.FACT, "Runs 14 field workers"),
        ("! typed twice", NoteKind.PAIN_POINT, "typed twice"),
        ("!typed twice", NoteKind.PAIN_POINT, "typed twice"),
        ("!! she leaves in March", NoteKind.RISK, "she leaves in March"),
        ("? who owns it", NoteKind.OPEN_QUESTION, "who owns it"),
        ("?? it is the phones", NoteKind.ASSUMPTION, "it is the phones"),
        ("* a dashboard", NoteKind.ASK, "a dashboard"),
        ("^ one list", NoteKind.NEED, "one list"),
        ("~ own sheet", NoteKind.WORKAROUND, "own sheet"),
        (". writes at every door", NoteKind.OBSERVATION, "writes at every door"),
        ("& sign in the app", NoteKind.IDEA, "sign in the app"),
        ("<> the head said 3", NoteKind.CONTRADICTION, "the head said 3"),
        (":= close the register", NoteKind.DECISION, "close the register"),
        (".5 hours a day", NoteKind.FACT, ".5 hours a day"),
        ("... and then", NoteKind.FACT, "... and then"),
        ("! आकडे जुळत नाहीत", NoteKind.PAIN_POINT, "आकडे जुळत नाहीत"),
        ("", NoteKind.FACT, ""),
    ],
)
def test_kinds(raw, kind, text):
    line = parse_line(raw)
    assert (line.kind, line.text) == (kind, text)


def test_every_kind_can_be_typed():
    assert set(KIND_MARKS.values()) | {NoteKind.FACT} == set(NoteKind)
    assert all(parse_line(f"{mark_of(kind)} x").kind is kind for kind in NoteKind if mark_of(kind))


def test_flags_go_with_any_kind_in_any_order():
    line = parse_line('!"% she wept')
    assert (line.kind, line.verbatim, line.off_record) == (NoteKind.PAIN_POINT, True, True)
    assert parse_line('"! she wept').kind is NoteKind.PAIN_POINT
    assert parse_line("_ I doubt it").own_reading


def test_a_quote_keeps_its_inner_quotation_marks():
    assert parse_line('""So be it" she said').text == '"So be it" she said'


def test_marking_as_word_for_word_and_back():
    line = parse_line("! typed twice")
    assert with_flags(line, verbatim=True).raw == '!" typed twice'
    assert with_flags(with_flags(line, verbatim=True), verbatim=False) == line


@pytest.mark.parametrize(
    ("raw", "form", "text"),
    [
        ("> a > b", LineForm.FLOW, "a > b"),
        ("= 6h x 4", LineForm.COST, "6h x 4"),
        ("[] send counts", LineForm.ACTION, "send counts"),
        ("[ ] send", LineForm.NOTE, "[ ] send"),
        (':=" yes', LineForm.NOTE, "yes"),
        ("%> a > b", LineForm.FLOW, "a > b"),
    ],
)
def test_marks_of_lines_that_make_something(raw, form, text):
    line = parse_line(raw)
    assert (line.form, line.text, line.raw) == (form, text, raw)


@given(lines, st.booleans())
def test_what_is_kept_reads_back_as_it_was_understood(raw, as_it_stands):
    line = literal(raw) if as_it_stands else parse_line(raw)
    again = parse_line(to_keep(line))
    assert (again.kind, again.form, again.verbatim, again.off_record, again.own_reading) == (
        line.kind,
        line.form,
        line.verbatim,
        line.off_record,
        line.own_reading,
    )
    assert again.text.strip() == line.text.strip()


@given(st.text(max_size=20), st.sampled_from(LineForm), st.sampled_from(NoteKind))
def test_changing_the_form_keeps_the_words(text, form, kind):
    line = reformed(retyped(parse_line(f"n {text}"), kind), form)
    assert (line.form, line.kind, line.text) == (form, NoteKind.FACT, f"n {text}")
    assert retyped(line, kind).form is LineForm.NOTE
