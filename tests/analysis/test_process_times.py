"""How long the processes of the sample take."""

from __future__ import annotations

from cxo_desktop.analysis.process_times import process_times


def test_the_sample(sample):
    """PM1 by hand: 700 h 49 min on the way, and the 117 h round once more on average."""
    figure = process_times(sample)
    told = figure.as_json()
    assert told["PM1"]["rework_loops"] == [
        {"steps": ["s11", "s12", "s13", "s14"], "hours": 117.0, "again": 0.5, "rework_hours": 117.0}
    ]
    assert told["PM3"] == {
        "expected_days": 0.5,
        "longest_days": 0.5,
        "longest_steps": ["s1", "s2", "s3", "s4", "s5", "s7"],
        "rework_loops": [],
    }
    assert figure.completeness[0].missing == ("PM1/s13",)
