"""Long lists of records: found by words and names, with what they refer to."""

from cxo_desktop.app import record_lists
from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.people import Person, PersonName


def test_people_are_found_by_their_names_too(sample):
    sample.add(PersonName(person="P07", full_name="Imran Shaikh"))
    ids = record_lists.found_ids(sample, "person", "imran")
    assert [it.code for it in record_lists.records_of(sample, Person, ids)] == ["P07"]
    assert len(record_lists.found_ids(sample, "person")) == 15


def test_what_records_refer_to_comes_with_names(sample):
    sample.add(PersonName(person="P05", full_name="Asha Rao"))
    ids = record_lists.found_ids(sample, "action", "owner:P05")
    actions = record_lists.records_of(sample, Action, ids)
    known = record_lists.linked(sample, actions)
    assert known["person", "P05"].role == "M&E lead"
    assert known["person_name", "P05"].full_name == "Asha Rao"
    assert set(known) == {("person", "P05"), ("person_name", "P05")}


def test_every_kind_is_counted_also_where_there_is_none(sample):
    numbers = record_lists.numbers(sample)
    assert (numbers["note"], numbers["incident"]) == (78, 0)


def test_what_a_field_may_name(sample):
    assert len(record_lists.offered(sample, "tool")) == 8
    assert "due_on" in record_lists.used_fields(sample, "action")
