from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.app import brief_words as words


@pytest.mark.parametrize(
    ("on", "months", "later"),
    [
        (date(2026, 10, 30), 3, date(2027, 1, 30)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 1, 31), 3, date(2026, 4, 30)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(on, months, later):
    assert words.months_later(on, months) == later


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 48))
def test_months_later_always_is_a_day_in_that_month(on, months):
    later = words.months_later(on, months)
    assert (later.year * 12 + later.month) - (on.year * 12 + on.month) == months


def test_a_day_in_words():
    assert words.day(date(2026, 10, 3)) == "3 October 2026"


@pytest.mark.parametrize(
    ("share", "said"),
    [(0, "0 %"), (0.0001, "under 1 %"), (0.0095, "1 %"), (0.505, "51 %"), (1, "100 %")],
)
def test_a_little_is_not_nothing(share, said):
    assert words.percent(share) == said


def test_lists_end_in_and():
    assert [words.listed(it) for it in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


@given(st.text(max_size=300), st.integers(10, 60))
def test_shortened_is_never_longer_than_asked(text, longest):
    short = words.shortened(text, longest)
    assert len(short) <= longest + 1
    assert short == text or short.endswith("…")


def test_shortening_cuts_between_words():
    assert (
        words.shortened("The figures never agree, said everybody", 26) == "The figures never agree…"
    )


def test_areas_without_words_of_their_own_keep_theirs():
    assert words.area("data_chain") == "the data chain"
    assert words.area("water_supply") == "water supply"
    assert words.area_label("water_supply") == "Water supply"


@pytest.mark.parametrize(
    ("text", "sentence"), [("Done", "Done."), ("Done?", "Done?"), ("हो गया।", "हो गया।"), ("", "")]
)
def test_a_sentence_ends_once(text, sentence):
    assert words.as_sentence(text) == sentence
    assert not words.as_heading("Done.").endswith(".")
