"""Who was heard of those who should be."""

from __future__ import annotations

import pytest

from cxo_desktop.analysis.coverage import coverage, heard_by_level, suggested_target
from cxo_desktop.domain.engagement import Level
from cxo_desktop.domain.enums import InterviewStatus
from cxo_desktop.domain.interviews import Interview
from cxo_desktop.domain.people import Person

DONE = InterviewStatus.DONE


def test_the_sample_is_covered_as_expected(sample, expected):
    assert coverage(sample).as_json() == expected["coverage"]


def test_many_directors_do_not_hide_an_empty_field_level(make):
    directors = [Person(code=f"P{n}", level="L1") for n in range(10)]
    talk = Interview(code="I1", status=DONE, participants=tuple(p.code for p in directors))
    dossier = make(*directors, talk, Level(code="L1", target=2), Level(code="L5", target=6))
    figure = coverage(dossier)
    assert figure.overall == 0.5
    assert figure.blind_spots == ("L5",)


def test_a_person_heard_twice_counts_once_and_a_planned_talk_not_at_all(make):
    dossier = make(
        Person(code="P1", level="L4"),
        Person(code="P2", level="L4"),
        Interview(code="I1", status=DONE, participants=("P1",)),
        Interview(code="I2", status=DONE, participants=("P1", "P1")),
        Interview(code="I3", status=InterviewStatus.PLANNED, participants=("P2",)),
        Level(code="L4", target=4),
    )
    assert coverage(dossier).per_level[0].coverage == 0.25


def test_without_targets_nothing_is_claimed(make):
    figure = coverage(make(Level(code="L1", target=0), Level(code="L2")))
    assert figure.as_json() == {"per_level": {}, "overall": None, "lowest": None, "blind_spots": []}
    assert figure.completeness[0].missing == ("L2",)


def test_somebody_heard_whose_level_nobody_knows_is_told(make):
    dossier = make(Person(code="P1"), Interview(code="I1", status=DONE, participants=("P1", "P9")))
    assert heard_by_level(dossier) == {}
    assert coverage(dossier).completeness[1].missing == ("P1", "P9")


@pytest.mark.parametrize(
    ("level", "people", "target"),
    [("L1", 5, 2), ("L2", 2, 2), ("L3", 9, 4), ("L4", 42, 5), ("L4", 20, 3), ("L5", 220, 7),
     ("L5", 3000, 12), ("L5", 2, 2), ("L0", 4, 0)],
)  # fmt: skip
def test_how_many_should_be_heard(level, people, target):
    assert suggested_target(level, people) == target


def test_below_three_people_heard_it_is_too_early(make):
    def figure(*people):
        talk = Interview(code="I", status=InterviewStatus.DONE, participants=people)
        return coverage(make(talk, *(Person(code=it, level="L1") for it in people)))

    assert figure("A", "B").too_early
    assert not figure("A", "B", "C").too_early
