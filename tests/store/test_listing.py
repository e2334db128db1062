"""Records found and sorted by the database: what the table of records rests on."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.record_query import parse_query
from cxo_desktop.domain.tools import Tool
from cxo_desktop.store import listing
from cxo_desktop.store.engagement_store import open_store

FIELDS = ("code", "title", "due_on", "done_on", "owner")


@pytest.fixture
def actions(store, repository):
    return repository.add_all(
        [
            Action(code="A1", title="send the list", due_on=date(2026, 9, 1)),
            Action(code="A2", title="Name 100% of owners", done_on=date(2026, 8, 1)),
            Action(code="A3", title="close the_sheet", due_on=date(2026, 10, 1)),
        ]
    )


def found(store, typed, **order):
    ids = listing.row_ids(store.db, Action, parse_query(typed, FIELDS, **order))
    return [action.code for action in listing.of_ids(store.db, Action, ids)]


def test_words_and_conditions_find(store, actions):
    assert found(store, "SEND list") == ["A1"]
    assert found(store, "done_on:-") == ["A1", "A3"]
    assert found(store, "due_on:<2026-09-15 done_on:-") == ["A1"]
    assert found(store, "due_on:>2026-09-15") == ["A3"]
    assert found(store, "title:list") == ["A1"]


def test_signs_of_like_are_only_letters(store, actions):
    assert found(store, "100%") == ["A2"]
    assert found(store, "the_s") == ["A3"]
    assert found(store, "d_t") == []


def test_the_database_sorts_and_what_holds_nothing_is_last(store, actions):
    assert found(store, "", sort="due_on") == ["A1", "A3", "A2"]
    assert found(store, "", sort="due_on", descending=True) == ["A3", "A1", "A2"]
    assert found(store, "", sort="title") == ["A3", "A2", "A1"]


def test_numbers_are_compared_as_numbers(store, repository):
    for code, users in (("T1", 9), ("T2", 10), ("T3", None)):
        repository.add(Tool(code=code, name=code, users=users))
    query = parse_query("users:>9", ("users",))
    assert len(listing.row_ids(store.db, Tool, query)) == 1


def test_what_is_gone_is_left_out(store, repository, actions):
    repository.remove(actions[1])
    ids = [action.id for action in reversed(actions)]
    assert [it.code for it in listing.of_ids(store.db, Action, ids)] == ["A3", "A1"]
    assert set(listing.of_codes(store.db, Action, ["A1", "A2"])) == {"A1"}
    assert listing.numbers(store.db)["action"] == 2
    assert "owner" not in listing.used_fields(store.db, Action)
    assert {"title", "due_on"} <= listing.used_fields(store.db, Action)


@given(st.text(max_size=40))
def test_whatever_is_typed_the_database_takes_it(typed):
    store = open_store(None, b"", device="laptop-1", ids=IdFactory())
    try:
        typed = typed.encode("utf-8", "replace").decode()
        listing.row_ids(store.db, Person, parse_query(typed, ("role", "level", "influence")))
    finally:
        store.close()
