"""How many people stand behind each process."""

from __future__ import annotations

from datetime import date

import pytest

from cxo_desktop.analysis.bus_factor import bus_factor
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.skills import PersonSkill, SkillRequirement

NEED = SkillRequirement(process="PR", skill="SQL", min_level=2)


def has(person, level, skill="SQL"):
    return PersonSkill(person=person, skill=skill, level=level)


def people(*codes, **more):
    return [Person(code=code, **more) for code in codes]


def test_the_sample_is_as_fragile_as_expected(sample, expected):
    assert bus_factor(sample).as_json() == expected["bus_factor"]


def test_the_scarcest_skill_decides(make):
    other = SkillRequirement(process="PR", skill="GIS", min_level=1)
    figure = bus_factor(
        make(*people("A", "B"), NEED, other, has("A", 3), has("B", 2), has("B", 1, "GIS"))
    )
    assert figure.processes[0].bus_factor == 1
    assert figure.single_points == {"B": ("PR",)}


def test_a_level_below_what_is_needed_is_a_gap(make):
    figure = bus_factor(make(*people("A"), NEED, has("A", 1)))
    assert figure.as_json()["per_process"]["PR"] == {"bus_factor": 0, "skills": {"SQL": 0}}
    assert figure.single_points == {}


@pytest.mark.parametrize(
    ("leaving_on", "behind"),
    [(date(2026, 9, 28), 0), (date(2026, 9, 29), 1), (None, 1), (date(2026, 1, 1), 0)],
)
def test_who_leaves_within_ninety_days_no_longer_counts(make, leaving_on, behind):
    figure = bus_factor(make(*people("A", leaving_on=leaving_on), NEED, has("A", 3)))
    assert figure.processes[0].bus_factor == behind


def test_a_skill_that_is_not_critical_does_not_count(make):
    nice = SkillRequirement(process="PR", skill="GIS", critical=False)
    assert bus_factor(make(*people("A"), nice)).processes == ()


def test_of_two_demands_and_two_ratings_the_higher_counts(make):
    more = SkillRequirement(process="PR", skill="SQL", min_level=3)
    figure = bus_factor(make(*people("A"), NEED, more, has("A", 3), has("A", 1)))
    assert figure.as_json()["per_process"]["PR"]["skills"] == {"SQL": 1}


def test_somebody_who_is_not_in_the_list_of_people_counts_all_the_same(make):
    assert bus_factor(make(NEED, has("A", 2))).processes[0].bus_factor == 1
