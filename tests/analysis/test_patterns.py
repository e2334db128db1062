"""What engagements have in common, without telling which."""

from __future__ import annotations

import json
from dataclasses import replace

from cxo_desktop.analysis.patterns import patterns
from cxo_desktop.domain.findings import Finding
from cxo_desktop.domain.themes import Theme
from cxo_desktop.domain.tools import Pilot


def test_three_like_the_sample_share_its_patterns(sample):
    told = patterns([sample] * 3).as_json()
    assert told["engagements"] == 3
    assert set(map(tuple, (it.values() for it in told["patterns"].values()))) == {(3, 3)}


def test_a_need_counts_where_it_is_among_the_first_and_stands_strong(sample, make):
    shared = patterns([sample, sample, sample, make()]).told()["needs"]
    assert shared["data_chain"] == {"seen": 3, "of": 3}
    assert "visualisation" not in shared
    assert patterns([sample, sample]).needs == ()


def test_a_need_of_one_engagement_only_is_not_told(sample):
    theme = sample.all(Theme)
    other = sample.with_records(Theme, [replace(it, need_area="elephants") for it in theme])
    renamed = [replace(it, need_area="elephants") for it in sample.all(Finding)]
    told = patterns([sample, sample, other.with_records(Finding, renamed)]).told()
    assert "data_chain" in told["needs"]
    assert "elephants" not in json.dumps(told)


def test_what_is_not_known_is_not_counted_as_no(sample, make):
    told = patterns([sample, sample, sample, make()]).as_json()["patterns"]
    assert told["numbers_older_than_two_weeks"] == {"seen": 3, "of": 3}


def test_what_fewer_than_three_know_is_left_out(sample, make):
    figure = patterns([sample, make(Pilot(tool="T")), make()])
    assert "a_pilot_without_an_end" not in figure.as_json()["patterns"]
    assert not figure.too_early
    assert patterns([sample]).too_early


def test_nothing_of_an_engagement_can_be_read_from_them(sample):
    text = json.dumps(patterns([sample] * 3).as_json())
    words = {sample.engagement.organisation, sample.engagement.city, "D11", "P06", "CommCare"}
    assert not [word for word in words if word and word in text]
