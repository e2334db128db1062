"""The same person on two laptops is suggested, made one by one act, and two again by undo."""

import pytest

from cxo_desktop.app import history
from cxo_desktop.app.duplicates import duplicates, keep_apart, make_one
from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.tools import Tool


@pytest.fixture
def twice(empty):
    """Sunita, put down by two, each with something that points at her."""
    first = empty.add(Person(role="Supervisor", languages=("mr",)))
    second = empty.add(Person(unit="North", languages=("hi", "mr")))
    other = empty.add(Person(role="Driver"))
    for person, name, phone in (
        (first, "Sunita  More", None),
        (second, "sunita more", "+91 98 2000 1111"),
        (other, "Sunita", None),
    ):
        empty.add(PersonName(person=person.code, full_name=name, phone=phone))
    empty.add(Interview(participants=(second.code, first.code)))
    empty.add(Note(person=second.code, text="said"))
    empty.add(Action(title="do", owner=second.code))
    return empty, first, second, other


def test_only_a_whole_name_suggests_the_same_person(twice):
    empty, first, second, _other = twice
    [one] = duplicates(empty)
    assert (one.table, one.first, one.second) == ("person", first.code, second.code)


def test_one_act_makes_one_and_undo_makes_two(twice):
    empty, first, second, _other = twice
    before = empty.dossier()
    make_one(empty, duplicates(empty)[0])
    kept = empty.get(Person, first.code)
    assert (kept.role, kept.unit, kept.languages) == ("Supervisor", "North", ("mr", "hi"))
    assert empty.find(Person, code=second.code) == ()
    assert empty.find(Interview)[0].participants == (first.code,)
    assert empty.find(Note)[0].person == first.code
    assert empty.find(Action)[0].owner == first.code
    [named] = empty.find(PersonName, person=first.code)
    assert (named.full_name, named.aliases) == ("Sunita  More", ("sunita more",))
    assert named.phone == "+91 98 2000 1111"
    assert duplicates(empty) == ()
    history.undo(empty)
    assert empty.dossier() == before


def test_two_that_are_two_are_not_suggested_again(twice):
    empty = twice[0]
    keep_apart(empty, duplicates(empty)[0])
    assert duplicates(empty) == ()


def test_a_tool_of_the_same_name(empty):
    first, second = empty.add(Tool(name="CommCare")), empty.add(Tool(name=" commcare "))
    empty.add(Tool(name=""))
    empty.add(Tool(name=""))
    [one] = duplicates(empty)
    assert (one.first, one.second) == (first.code, second.code)


def test_the_sample_has_nothing_twice(sample):
    assert duplicates(sample) == ()
