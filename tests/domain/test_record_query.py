"""What is typed into the search of a table becomes conditions, whatever it is."""

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.record_query import Asks, Condition, parse_query

FIELDS = ("title", "due_on", "hours")


def test_words_and_conditions():
    query = parse_query('sheet due_on:<2026-09-01 title:"two words" hours:- due_on:*', FIELDS)
    assert query.conditions == (
        Condition("", Asks.HOLDS, "sheet"),
        Condition("due_on", Asks.BELOW, "2026-09-01"),
        Condition("title", Asks.HOLDS, "two words"),
        Condition("hours", Asks.EMPTY),
        Condition("due_on", Asks.FILLED),
    )


def test_a_condition_on_no_field_is_a_word():
    assert parse_query("at 10:30", FIELDS).conditions == (
        Condition("", Asks.HOLDS, "at"),
        Condition("", Asks.HOLDS, "10:30"),
    )


@given(st.text(max_size=80))
def test_whatever_is_typed_names_only_fields_that_there_are(typed):
    query = parse_query(typed, FIELDS)
    assert len(query.conditions) <= 16
    assert {one.field for one in query.conditions} <= {"", *FIELDS}
