"""A cost line: hours and rupees a month, and nothing where nothing was said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.cost_lines import parse_cost
from cxo_desktop.domain.engagement import Settings

SETTINGS = Settings()


@pytest.mark.parametrize(
    ("text", "hours", "rupees"),
    [
        ("6h x 4 /month @400", 24, 9600),
        ("Re-count: 6 h x 4 supervisors / month @ ₹400", 24, 9600),
        ("30 min /day", 11, None),
        ("2 hours a week", 8.66, None),
        ("₹12,000 /year +CommCare", None, 1000),
        ("12000 a month", None, 12000),
        ("1,00,000 per year", None, 100000 / 12),
        ("6h x 4 @400", None, None),
        ("a lot of time", None, None),
        ("in 2024 we paid nothing", None, None),
        ("2 घंटे x 3 महीने में", 6, None),
    ],
)
def test_what_a_month_costs(text, hours, rupees):
    words = parse_cost(text)
    assert words.hours_per_month(SETTINGS) == (hours if hours is None else pytest.approx(hours))
    found = words.rupees_per_month(SETTINGS)
    assert found == (rupees if rupees is None else pytest.approx(rupees))


@given(st.text(alphabet="0123456789 hx@₹/,.amonthyeardk", max_size=40))
def test_any_text_is_safe(text):
    words = parse_cost(text)
    assert words.hours is None or words.hours >= 0
    assert words.rupees is None or words.rupees >= 0
