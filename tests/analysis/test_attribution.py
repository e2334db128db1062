"""Which levels may be named."""

from __future__ import annotations

import pytest

from cxo_desktop.analysis.attribution import attribution
from cxo_desktop.domain.enums import InterviewStatus
from cxo_desktop.domain.interviews import Interview
from cxo_desktop.domain.people import Person


@pytest.fixture
def heard(make):
    def build(**levels):
        people = [
            Person(code=f"{level}-{n}", level=level)
            for level, count in levels.items()
            for n in range(count)
        ]
        everyone = tuple(person.code for person in people)
        talk = Interview(code="I", status=InterviewStatus.DONE, participants=everyone)
        return attribution(make(talk, *people))

    return build


def test_the_sample_is_attributed_as_expected(sample, expected):
    assert attribution(sample).as_json() == expected["attribution"]


def test_three_people_may_stand_for_their_level(heard):
    assert heard(L3=3, L4=2).as_json() == {"L3": "own level", "L4": "merge with neighbour"}
    assert heard(L3=3).names("L3") == ("L3",)


def test_a_small_level_joins_the_neighbour_with_more_people(heard):
    assert heard(L1=1, L2=1, L3=4).names("L2") == ("L2", "L3")


def test_of_two_equal_neighbours_it_joins_the_one_above(heard):
    assert heard(L1=2, L2=1, L3=2).names("L2") == ("L1", "L2")


def test_it_goes_on_until_there_are_enough(heard):
    assert heard(L1=1, L2=1, L3=1).names("L1") == ("L1", "L2", "L3")


def test_too_few_in_all_may_not_be_named_at_all(heard):
    assert heard(L1=1, L2=1).names("L1") == ()
    assert heard(L1=3).names("L9") == ()
