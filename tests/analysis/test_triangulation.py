"""How well a finding stands."""

from __future__ import annotations

import pytest

from cxo_desktop.analysis.consent import usable
from cxo_desktop.analysis.triangulation import Grade, triangulation
from cxo_desktop.domain.enums import InterviewStatus, Stance
from cxo_desktop.domain.findings import Evidence, Finding
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.domain.people import Person

LEVELS = ("L1", "L2", "L3", "L4")


@pytest.fixture
def field(make):
    """Four levels with one person and one interview each: note N1 of I1 by P1 of L1, and so on."""
    records = []
    for number, level in enumerate(LEVELS, 1):
        records += [
            Person(code=f"P{number}", level=level),
            Interview(code=f"I{number}", status=InterviewStatus.DONE, participants=(f"P{number}",)),
            Note(code=f"N{number}", interview=f"I{number}", person=f"P{number}"),
        ]

    def standing(supports=(), contradicts=()):
        evidence = [Evidence(finding="F", target=it) for it in supports]
        evidence += [
            Evidence(finding="F", target=it, stance=Stance.CONTRADICTS) for it in contradicts
        ]
        return triangulation(make(*records, Finding(code="F"), *evidence)).findings[0]

    return standing


def test_the_sample_stands_as_expected(sample, expected):
    assert triangulation(sample).as_json() == expected["triangulation"]


def test_blocked_notes_weaken_a_finding_in_the_brief(sample, expected):
    brief = triangulation(usable(sample)).as_json()
    assert brief == expected["triangulation_in_brief"]
    assert brief["FN11"]["grade"] == "weak"


@pytest.mark.parametrize(
    ("supports", "contradicts", "grade"),
    [
        (["N1", "N2", "N3"], [], Grade.STRONG),
        (["N1", "N2"], [], Grade.MODERATE),
        (["N1", "document:ledger"], [], Grade.WEAK),
        (["N1"], [], Grade.WEAK),
        ([], [], Grade.WEAK),
        (["N1", "N2"], ["N3"], Grade.MODERATE),
        (["N1", "N2", "N3"], ["N4"], Grade.STRONG),
        (["N1"], ["N2"], Grade.CONTESTED),
        ([], ["N1"], Grade.CONTESTED),
    ],
)
def test_grades(field, supports, contradicts, grade):
    assert field(supports, contradicts).grade is grade


def test_an_interview_on_both_sides_counts_as_for(field):
    assert field(["N1"], ["N1"]).interviews_against == ()


def test_four_levels_four_interviews_and_three_kinds_of_source_are_a_hundred(field):
    full = field(["N1", "N2", "N3", "N4", "document:a", "metric:b"])
    assert full.score == pytest.approx(100)
    assert full.source_types == ("document", "interview", "metric")


def test_evidence_that_no_longer_exists_counts_for_nothing(field):
    assert field(["N99"]).as_json() == field().as_json()
