"""A flow line: places, pairs of them, and how often."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.enums import Frequency
from cxo_desktop.domain.flow_lines import bare, parse_flow


def test_the_line_of_the_field():
    words = parse_flow("field worker > +CommCare > +Google Sheet > @Imran : monthly by WhatsApp")
    assert words.stops == ("field worker", "+CommCare", "+Google Sheet", "@Imran")
    assert words.hops[0] == ("field worker", "+CommCare")
    assert (words.frequency, words.remark) == (Frequency.MONTHLY, "monthly by WhatsApp")


@pytest.mark.parametrize("text", ["", ">", "only one", " > : weekly"])
def test_fewer_than_two_places_are_no_flow(text):
    assert parse_flow(text).hops == ()


def test_how_often_is_not_guessed():
    assert parse_flow("a > b : when asked").frequency is None
    assert parse_flow("काग़ज़ > शीट : हर महीने").frequency is Frequency.MONTHLY


@given(st.text(alphabet="ab+@ >→:\n", max_size=40))
def test_any_text_is_safe(text):
    assert all(stop.strip() == stop != "" for stop in parse_flow(text).stops)


def test_a_place_without_its_mark():
    assert [bare(stop) for stop in ("+CommCare", "@Imran", "sheet")] == [
        "CommCare",
        "Imran",
        "sheet",
    ]
