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


def test_a_scenario_is_added_changed_and_compared(sample_cxo):
    code = sample_cxo.json(
        "records", "scenario", "add", "name=Skip the copy", 'remove=["F07"]',
        'add=[{"id": "X", "from": "D04", "to": "D05", "method": "api", "wait_model": "none"}]',
    )["id"]  # fmt: skip
    assert code in [one["id"] for one in sample_cxo.json("scenario", "list")]
    first = sample_cxo.json("scenario", "compare", "Skip the copy")["chain"]
    assert first["typical_days"]["change"] <= 0
    sample_cxo("records", "scenario", "set", code, 'change={"F06": {"staff_hours_per_month": 0}}')
    second = sample_cxo.json("scenario", "compare", code)["chain"]
    assert second["staff_hours_per_month"]["scenario"] < first["staff_hours_per_month"]["scenario"]
    steps = ["map=PM1", 'remove_steps=["s9"]', 'change_steps={"s3": {"wait_hours": 0}}']
    sample_cxo("records", "scenario", "set", code, *steps)
    both = sample_cxo.json("scenario", "compare", code)
    assert both["steps"]["hand_offs"]["change"] == -1
    assert both["chain"] == second


def test_impact_explains_the_way(sample_cxo):
    told = sample_cxo.json("impact", "D01")
    decision = next(it for it in told["feeds"] if it["code"] == "D11")
    assert (decision["way"][0], decision["way"][-1]) == ("D01", "D11")
    assert "D11" in sample_cxo("impact", "D01").stdout
    assert "PM1/s1" in sample_cxo("impact", "s1", expect=4).stderr
    assert sample_cxo.json("impact", "PM1/s1")["place"] == {"kind": "step", "code": "PM1/s1"}


def test_patterns_of_too_few_engagements_tell_nothing(sample_cxo):
    told = sample_cxo.json("patterns")
    assert told == {"engagements": 0, "patterns": {}, "needs": {}, "too_early": True}
