"""Which decisions a funder has a hand in."""

from __future__ import annotations

from datetime import date

import pytest

from cxo_desktop.analysis.funding import funder_flags
from cxo_desktop.domain.decisions import Decision
from cxo_desktop.domain.enums import FunderRole


def test_the_sample_is_flagged_as_expected(sample, expected):
    assert funder_flags(sample).as_json() == expected["funder_flags"]


@pytest.mark.parametrize(
    ("role", "grant_end", "colour"),
    [
        (FunderRole.NONE, None, "green"),
        (FunderRole.INFORMED, None, "green"),
        (FunderRole.ADVISED, None, "green"),
        (FunderRole.CONDITIONED, None, "amber"),
        (FunderRole.CONDITIONED, date(2028, 6, 30), "amber"),
        (FunderRole.CONDITIONED, date(2028, 6, 29), "red"),
        (FunderRole.DECIDED, date(2030, 1, 1), "red"),
        (None, None, "grey"),
    ],
)
def test_flags(make, role, grant_end, colour):
    decision = Decision(code="D", funder_role=role, grant_end=grant_end)
    assert funder_flags(make(decision)).as_json() == {"D": colour}
