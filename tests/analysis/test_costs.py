"""What a tool truly costs."""

from __future__ import annotations

import pytest

from cxo_desktop.analysis.costs import hourly_rates, true_cost
from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.engagement import RoleBand, Settings
from cxo_desktop.domain.enums import Certainty, CostKind
from cxo_desktop.domain.tools import CostItem, Tool

BAND = RoleBand(code="RB", monthly_ctc_inr=13600)
SETTINGS = Settings(productive_hours_per_month=136, loaded_factor=1.0)


def hours(code, tool, number, band="RB"):
    return DataFlow(code=code, attributed_tool=tool, role_band=band, staff_hours_per_month=number)


def test_the_sample_costs_as_expected(sample, expected):
    assert true_cost(sample).as_json() == expected["true_cost"]
    assert hourly_rates(sample).as_json() == expected["hourly_rates_inr"]


def test_a_worked_example(make):
    """10 hours a month at 100 rupees: 12,000 a year, on 3,000 in cash and 1,000 of lessons."""
    tool = Tool(
        code="T", name="T", cash_per_year_inr=3000, training_per_year_inr=1000, one_off_inr=500
    )
    cost = true_cost(make(BAND, tool, hours("F", "T", 10), settings=SETTINGS)).as_json()["T"]
    assert cost == {
        "name": "T",
        "cash_per_year": 3000,
        "staff_hours_per_year": 120,
        "staff_cost_per_year": 12000,
        "true_cost_per_year": 16000,
        "three_years": 48500,
        "staff_share": 0.75,
        "times_cash": 5.3,
    }


def test_a_free_tool_is_not_free_and_has_no_multiple(make):
    tool = Tool(code="T", cash_per_year_inr=0)
    cost = true_cost(make(BAND, tool, hours("F", "T", 10), settings=SETTINGS)).as_json()["T"]
    assert (cost["true_cost_per_year"], cost["times_cash"]) == (12000, None)


def test_a_price_that_nobody_knows_is_not_zero(make):
    figure = true_cost(make(BAND, Tool(code="T"), hours("F", "T", 10)))
    assert figure.as_json()["T"]["cash_per_year"] is None
    assert figure.more()["at_least"] == ["T"]
    assert figure.completeness[0].missing == ("T",)


def test_hours_of_a_band_without_pay_count_as_hours_and_are_named(make):
    tool = Tool(code="T", cash_per_year_inr=10)
    cost = true_cost(make(BAND, tool, hours("F1", "T", 1), hours("F2", "T", 2, "RX"))).tools[0]
    assert (cost.staff_hours, cost.unpriced, cost.is_lower_bound) == (36, ("F2",), True)


def test_each_hour_goes_to_one_tool_only(make):
    tools = [Tool(code="T1"), Tool(code="T2")]
    costs = true_cost(make(BAND, *tools, hours("F1", "T1", 5), hours("F2", None, 7))).tools
    assert [cost.staff_hours for cost in costs] == [60, 0]


@pytest.mark.parametrize("change", [{"productive_hours_per_month": 0}, {"loaded_factor": -1}])
def test_settings_that_cannot_be_give_no_rate(make, change):
    rates = hourly_rates(make(BAND, settings=Settings(**change)))
    assert rates.as_json() == {"RB": None}


def test_cost_items_stand_in_for_a_price_that_was_not_given(make):
    items = [
        CostItem(tool="T", kind=CostKind.LICENCE, amount_inr=100, period="monthly",
                 certainty=Certainty.INVOICE),
        CostItem(tool="T", kind=CostKind.TRAINING, amount_inr=50, period="yearly"),
        CostItem(tool="T", kind=CostKind.IMPLEMENTATION, amount_inr=900, period="one_off"),
        CostItem(tool="T", kind=CostKind.STAFF_TIME, hours=2, role_band="RB", period="monthly",
                 certainty=Certainty.ESTIMATE),
    ]  # fmt: skip
    figure = true_cost(make(BAND, Tool(code="T"), *items, settings=SETTINGS))
    cost = figure.tools[0]
    assert (cost.cash, cost.training, cost.one_off, cost.staff_cost) == (1200, 50, 900, 2400)
    assert cost.by_certainty == {"invoice": 1200, "unknown": 50, "estimate": 2400}


def test_a_price_that_was_given_is_not_counted_twice(make):
    item = CostItem(tool="T", kind=CostKind.LICENCE, amount_inr=100, period="monthly")
    assert true_cost(make(Tool(code="T", cash_per_year_inr=1000), item)).tools[0].cash == 1000


def test_the_parts_by_certainty_make_up_the_year(make, sample):
    item = CostItem(tool="T", kind=CostKind.LICENCE, amount_inr=100, period="monthly",
                    certainty=Certainty.INVOICE)  # fmt: skip
    more = make(Tool(code="T", cash_per_year_inr=2000), item)
    assert true_cost(more).tools[0].by_certainty == {"invoice": 1200, "unknown": 800}
    less = make(Tool(code="T", cash_per_year_inr=600), item)
    assert true_cost(less).tools[0].by_certainty == {"invoice": 600}
    for cost in true_cost(sample).tools:
        assert cost.by_certainty == {"unknown": cost.per_year}


def test_a_slip_of_the_keyboard_drowns_no_sum(make):
    flow = DataFlow(code="F", role_band="RB", attributed_tool="T", staff_hours_per_month=10**30)
    band = RoleBand(code="RB", monthly_ctc_inr=1e308)
    figure = true_cost(make(band, flow, Tool(code="T", cash_per_year_inr=5)))
    assert figure.as_json()["T"]["true_cost_per_year"] == 5
    assert figure.more()["at_least"] == ["T"]
