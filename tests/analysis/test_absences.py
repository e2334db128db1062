"""What one absence would stop, in the sample."""

from __future__ import annotations

from cxo_desktop.analysis.absences import absences


def test_the_chain_of_the_sample_stops_without_the_analyst_and_the_sheets(sample):
    told = absences(sample).as_json()
    smallest = told["chain"]["smallest_absence"]["node:D11"]
    assert smallest == {
        "bus_factor": 2,
        "resources": [{"kind": "person", "code": "P06"}, {"kind": "tool", "code": "TL3"}],
        "exact": True,
    }
    assert told["chain"]["single_points"] == []


def test_every_process_of_the_sample_has_its_single_points(sample):
    told = absences(sample).as_json()
    people = {
        name: [it["code"] for it in found["single_points"] if it["kind"] == "person"]
        for name, found in told.items()
    }
    assert people == {"chain": [], "PM1": ["P06"], "PM2": ["P07"], "PM3": ["P07"]}


def test_an_empty_engagement_has_nothing_to_lose(make):
    assert absences(make()).as_json() == {
        "chain": {"single_points": [], "smallest_absence": {}, "fails_today": []}
    }
