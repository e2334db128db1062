"""All indicators under their names."""

from __future__ import annotations

from cxo_desktop.analysis.report import indicators


def test_the_sample_gives_what_it_says_it_gives(sample, expected):
    got = indicators(sample)
    assert got == {name: expected[name] for name in got}
