"""The privacy self-check."""

from __future__ import annotations

import pytest

from cxo_desktop.analysis.privacy import band, privacy
from cxo_desktop.domain.privacy import SelfCheck


def test_the_sample_checks_itself_as_expected(sample, expected):
    assert privacy(sample).as_json() == expected["privacy"]


@pytest.mark.parametrize(
    ("total", "name"),
    [(50, "strong"), (46, "strong"), (45, "moderate"), (36, "moderate"), (35, "basic"),
     (21, "basic"), (20, "high_risk"), (0, "high_risk")],
)  # fmt: skip
def test_bands(total, name):
    assert band(total) == name


def test_an_answer_nobody_knew_widens_the_figure(make):
    figure = privacy(make(SelfCheck(answers=(2,) * 20 + (None,) * 5)))
    assert figure.as_json()["total"] == 40
    assert figure.more() == {"highest_total": 50, "highest_band": "strong"}
    assert figure.completeness[0].missing == ("21", "22", "23", "24", "25")


def test_a_short_and_a_long_list_are_read_as_far_as_they_mean_something(make):
    assert privacy(make(SelfCheck(answers=(2, 2)))).as_json()["section_percent"] == [40, 0, 0, 0, 0]
    assert privacy(make(SelfCheck(answers=(2,) * 30))).as_json()["total"] == 50


def test_a_check_that_was_not_made_is_not_a_bad_one(make):
    assert privacy(make()).as_json() is None


def test_the_check_made_last_counts(make):
    assert privacy(make(SelfCheck(answers=(0,)), SelfCheck(answers=(2,)))).total == 2
