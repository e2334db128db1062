"""All indicators under their names."""

from __future__ import annotations

import json

import pytest

from cxo_desktop.analysis.report import INDICATORS, MORE, full, indicators, why
from cxo_desktop.app.catalogue import shipped
from cxo_desktop.domain.errors import NotFound


def test_the_sample_gives_what_it_says_it_gives(sample, expected):
    got = indicators(sample, shipped())
    assert list(got) == list(expected)
    assert got == expected
    assert json.dumps(got, sort_keys=True) == json.dumps(expected, sort_keys=True)


def test_full_has_everything_and_more_and_can_be_written(sample, expected):
    got = json.loads(json.dumps(full(sample, shipped())))
    assert {name: got[name] for name in expected} == expected
    assert got["divergence_in_brief"]["need_share"]["data_chain"] == 0.5049
    assert set(got["details"]) == set(got) - {"details"}


def test_an_engagement_with_nothing_in_it_has_every_indicator(make, expected):
    got = json.loads(json.dumps(full(make(), shipped())))
    assert set(expected) < set(got)


@pytest.mark.parametrize("name", [it.name for it in (*INDICATORS, *MORE)])
def test_every_indicator_of_the_sample_says_what_it_rests_on(sample, name):
    told = why(sample, shipped(), name)
    assert told["value"] == full(sample, shipped())[name]
    if name != "privacy":
        assert any(told["inputs"].values())


def test_why_of_something_that_does_not_exist(sample):
    with pytest.raises(NotFound, match="coverage"):
        why(sample, shipped(), "weather")
