"""Indicators and scenarios from the command line."""

import json

from cxo_desktop import assets


def test_the_sample_s_indicators_are_those_expected(sample_cxo):
    sample = json.loads(assets.resource("samples/nandini.json").read_text(encoding="utf-8"))
    assert sample_cxo.json("indicators") == sample["expected_indicators"]


def test_one_alone_and_what_it_rests_on(sample_cxo):
    assert list(sample_cxo.json("indicators", "--only", "coverage")) == ["coverage"]
    assert "overall: 0.8" in sample_cxo("indicators", "--only", "coverage").stdout
    assert sample_cxo.json("indicators", "--why", "coverage")
    assert "These exist" in sample_cxo("indicators", "--only", "x", expect=4).stderr


def test_scenarios_are_listed_and_compared(sample_cxo):
    assert [one["id"] for one in sample_cxo.json("scenario", "list")] == ["S1", "S2"]
    assert sample_cxo.json("scenario", "compare", "S2")
    sample_cxo("scenario", "compare", "S9", expect=4)
