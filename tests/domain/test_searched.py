"""What is declared as searched exists, and names of people are not in it."""

import pytest

from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.domain.plain import specs
from cxo_desktop.domain.searched import SEARCHED


def named(declared):
    filters = (declared.person, declared.people, declared.interview, declared.day)
    return {
        *declared.head,
        *declared.body,
        *filter(None, (*filters, declared.language, declared.level)),
    }


@pytest.mark.parametrize("table", SEARCHED)
def test_every_field_that_is_searched_exists(table):
    fields = {spec.name for spec in specs(BY_TABLE[table].cls)} | {"code"}
    assert named(SEARCHED[table]) <= fields


@pytest.mark.parametrize("table", SEARCHED)
def test_every_searched_record_has_words(table):
    assert SEARCHED[table].head or SEARCHED[table].body


def test_names_of_people_are_not_searched():
    assert "person_name" not in SEARCHED
    assert "person_name" not in {declared.names_of for declared in SEARCHED.values()}
