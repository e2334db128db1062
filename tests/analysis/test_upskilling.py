"""How much the data team learns."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cxo_desktop.analysis.figures import Colour
from cxo_desktop.analysis.upskilling import upskilling
from cxo_desktop.domain.enums import TrainingState
from cxo_desktop.domain.skills import Training

TODAY = date(2026, 6, 30)


def learnt(person, hours, on=TODAY, state=TrainingState.DONE):
    return Training(person=person, skill="SQL", state=state, hours=hours, on=on)


def test_the_sample_learns_as_expected(sample, expected):
    assert upskilling(sample).as_json() == expected["upskilling"]


@pytest.mark.parametrize(
    ("on", "counted"),
    [
        (TODAY, 8),
        (TODAY - timedelta(days=365), 8),
        (TODAY - timedelta(days=366), 0),
        (TODAY + timedelta(days=1), 0),
        (None, 0),
    ],
)
def test_the_year_before_counts(make, on, counted):
    assert upskilling(make(learnt("A", 8, on), data_team=("A",))).done_hours == counted


def test_only_the_data_team_counts_and_plans_stand_apart(make):
    planned = learnt("A", 40, None, TrainingState.PLANNED)
    figure = upskilling(make(learnt("X", 9), learnt("A", 3), planned, data_team=("A", "B")))
    assert (figure.done_hours, figure.planned_hours, figure.hours_per_person) == (3, 40, 1.5)


def test_without_a_team_nothing_is_claimed(make):
    told = upskilling(make(learnt("A", 8))).as_json()
    assert (told["people"], told["hours_per_person_year"], told["share_of_low"]) == (0, None, None)


@pytest.mark.parametrize(
    ("hours", "colour"), [(40, "green"), (39, "amber"), (16, "amber"), (15, "red")]
)
def test_colours(make, hours, colour):
    figure = upskilling(make(learnt("A", hours), data_team=("A",)))
    assert figure.colour is Colour(colour)
