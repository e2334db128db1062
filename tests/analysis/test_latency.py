"""How old a number is, as a spread."""

from __future__ import annotations

import random
from itertools import islice

import pytest

from cxo_desktop.analysis.latency import latency, pert, quantile
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.enums import NodeKind, WaitModel

ENDS = (
    DataNode(code="V", kind=NodeKind.SOURCE_EVENT),
    DataNode(code="R", kind=NodeKind.DECISION_POINT),
)


def flow(**more):
    return DataFlow(code="F", source="V", target="R", **more)


def test_the_spread_lies_between_nothing_and_the_worst(sample):
    figure = latency(sample)
    assert 0 < figure.p50_hours < figure.p90_hours < 48.3 * 24
    assert figure.flows == ("F01", "F03", "F06", "F07", "F09", "F10", "F11", "F12")


def test_the_same_engagement_gives_the_same_spread(sample):
    assert latency(sample) == latency(sample)


def test_what_is_certain_has_no_spread(make):
    figure = latency(make(*ENDS, flow(handling_typical_hours=5)))
    assert (figure.p50_hours, figure.p90_hours) == (5, 5)


def test_waiting_for_a_run_is_even_over_its_period(make):
    figure = latency(make(*ENDS, flow(wait_model=WaitModel.SCHEDULED, period_hours=100)))
    assert figure.p50_hours == pytest.approx(50, abs=4)
    assert figure.p90_hours == pytest.approx(90, abs=4)


def test_without_a_path_there_is_no_spread(make):
    assert latency(make(*ENDS)).as_json()["p50_hours"] is None


def test_draws_have_the_mean_of_pert_and_keep_its_ends():
    chance = random.Random(1)  # noqa: S311 - repeatable draws
    draws = list(islice(pert(2, 5, 14, chance), 20_000))
    assert min(draws) >= 2
    assert max(draws) <= 14
    assert sum(draws) / len(draws) == pytest.approx((2 + 4 * 5 + 14) / 6, abs=0.05)


def test_quantiles():
    assert quantile([1, 2, 3, 4], 0.5) == 2
    assert quantile([1, 2, 3, 4], 0.9) == 4
    assert quantile([], 0.5) is None
