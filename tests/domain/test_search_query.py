"""What is typed into the search box is understood, and whatever is typed is safe."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.search_query import MOST_WORDS, Query, fts_expression, parse_query
from cxo_desktop.domain.search_text import Term


def terms(text, *, typing=False):
    return [(" ".join(term.words), term.prefix) for term in parse_query(text, typing=typing).terms]


def test_words_phrases_and_beginnings():
    assert terms('totals "typed twice" exc*') == [
        ("totals", False),
        ("typed twice", False),
        ("exc", True),
    ]
    assert terms("“typed twice”") == [("typed twice", False)]
    assert terms('"typed tw"*') == [("typed tw", True)]


def test_the_last_word_is_a_beginning_while_it_is_typed():
    assert terms("paper reg", typing=True) == [("paper", False), ("reg", True)]
    assert terms("paper reg ", typing=True)[-1] == ("reg", False)
    assert terms('"paper reg', typing=True) == [("paper reg", True)]
    assert terms('"paper reg"', typing=True) == [("paper reg", False)]
    assert terms("paper reg") == [("paper", False), ("reg", False)]


def test_all_filters_are_understood():
    text = (
        'kind:pain,risk level:L5 theme:LAT by:"MIS officer" by:P03 after:2026-06 '
        "before:2026-07-15 in:notes interview:I03 lang:hindi delay"
    )
    assert parse_query(text) == Query(
        terms=(Term(("delay",)),),
        kinds=(NoteKind.PAIN_POINT, NoteKind.RISK),
        tables=("note",),
        levels=("l5",),
        themes=("lat",),
        by=("mis officer", "p03"),
        interviews=("i03",),
        languages=("hi",),
        after=date(2026, 6, 1),
        before=date(2026, 7, 15),
    )


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("pain", NoteKind.PAIN_POINT),
        ("pain-points", NoteKind.PAIN_POINT),
        ("question", NoteKind.OPEN_QUESTION),
        ("Workaround", NoteKind.WORKAROUND),
        ("contra", NoteKind.CONTRADICTION),
        ("decision", NoteKind.DECISION),
    ],
)
def test_kinds_of_note_have_short_names(typed, kind):
    assert parse_query(f"kind:{typed}").kinds == (kind,)


@pytest.mark.parametrize(
    ("typed", "table"),
    [
        ("findings", "finding"),
        ("people", "person"),
        ("flows", "data_flow"),
        ("tool", "tool"),
        ("disputes", "discrepancy"),
        ("discrepancies", "discrepancy"),
    ],
)
def test_kinds_of_record_are_chosen_by_in_or_by_kind(typed, table):
    assert parse_query(f"in:{typed}").tables == (table,)
    assert parse_query(f"kind:{typed}").tables == (table,)


def test_a_kind_of_note_comes_before_a_kind_of_record_of_its_name():
    assert parse_query("kind:risk").kinds == (NoteKind.RISK,)
    assert parse_query("in:risks").tables == ("raid",)


@pytest.mark.parametrize("typed", ["colour:red", "kind:purple", "after:2026-13", "after:soon"])
def test_a_filter_that_is_none_is_words(typed):
    query = parse_query(typed)
    assert not query.has_filters
    assert terms(typed) == [(typed.replace(":", " ").replace("-", " "), False)]


def test_a_filter_without_its_value_is_still_being_typed():
    assert parse_query("kind: ", typing=True).is_empty
    assert terms("by: totals") == [("totals", False)]


def test_long_texts_are_cut():
    assert len(parse_query("a " * 60).terms) == MOST_WORDS
    assert parse_query("b" * 1000).terms == (Term(("b" * 200,)),)


def test_only_signs_are_nothing():
    assert parse_query("!!! -- 🙂 ।").is_empty


def test_every_word_is_quoted_for_the_index():
    query = parse_query('NOT (x OR y) "NEAR (a" -col:umn*')
    assert fts_expression(query) == ('"not" AND "x" AND "or" AND "y" AND "near a" AND "col umn"*')


def test_a_half_typed_nasal_asks_for_both_spellings():
    assert fts_expression(parse_query("हिन्", typing=True)) == '("हिन्"* OR "हिं"*)'


@given(st.text(max_size=300), st.booleans())
def test_any_text_is_understood_as_something(text, typing):
    query = parse_query(text, typing=typing)
    assert sum(len(term.words) for term in query.terms) <= MOST_WORDS
    assert all(term.words for term in query.terms)
    assert bool(fts_expression(query)) == bool(query.terms)
