"""What an engagement adds up to, on a day."""

from __future__ import annotations

from datetime import date

import pytest

from cxo_desktop.app.indicators import compare_scenario, full, indicators, standing_on, why
from cxo_desktop.assets import resource
from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.exchange.engagement_json import read_dossier

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def sample():
    return read_dossier(resource("samples/nandini.json").read_text(encoding="utf-8")).dossier


def test_figures_stand_on_today_unless_the_engagement_says_a_day():
    late = Action(code="A", side="NGO", due_on=date(2026, 11, 23))
    open_ended = Dossier(engagement=Engagement(code="E"), records={Action: (late,)})
    assert indicators(open_ended, TODAY)["responsiveness"]["overdue"] == ["A"]
    earlier = standing_on(open_ended, date(2026, 11, 1))
    assert indicators(earlier, TODAY)["responsiveness"]["overdue"] == []


def test_the_two_scenarios_of_the_sample(sample):
    tableau = compare_scenario(sample, "S1", TODAY)["chain"]["typical_days"]
    assert tableau == {"as_is": 25.8, "scenario": 24.4, "change": -1.4}
    fixed = compare_scenario(sample, "S2", TODAY)["chain"]
    assert fixed["typical_days"]["scenario"] == 2.2
    assert fixed["staff_hours_per_month"]["change"] == -1541.5


def test_a_scenario_that_does_not_exist_names_those_that_do(sample):
    with pytest.raises(NotFound, match="S1, S2"):
        compare_scenario(sample, "S9", TODAY)


def test_full_and_why_agree(sample):
    assert why(sample, "coverage", TODAY)["value"] == full(sample, TODAY)["coverage"]
