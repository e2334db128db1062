"""What can be reckoned with, and how much of it is there."""

from __future__ import annotations

import math

import pytest

from cxo_desktop.analysis.figures import amount, codes, completeness, share, stated
from cxo_desktop.domain.people import Person


@pytest.mark.parametrize("number", [None, -1, math.nan, math.inf])
def test_what_cannot_be_reckoned_with_is_unknown(number):
    assert stated(number) is None
    assert amount(number) == 0


def test_zero_is_known():
    assert stated(0) == 0


def test_a_share_of_nothing_is_unknown():
    assert share(0, 0) is None
    assert share(1, 3) == 0.3333


def test_completeness_names_what_is_missing():
    people = [Person(code="A", level="L1"), Person(code="B")]
    told = completeness("people_level", people, lambda person: bool(person.level))
    assert (told.known, told.of, told.missing) == (1, 2, ("B",))


def test_codes_come_once_in_order():
    assert codes([Person(code="B"), Person(code="A"), Person(code="B")]) == ("B", "A")
