"""Two people who tell different times of one thing are found; one person, or near times, not."""

import pytest

from cxo_desktop.analysis.told_numbers import contradiction, told_times
from cxo_desktop.domain.interviews import Note


def note(text, person="P1"):
    return Note(code=f"N-{text[:4]}-{person}", text=text, person=person)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("takes 20 min each", 20),
        ("6 h a month", 360),
        ("1.5 hours", 90),
        ("two weeks", None),
        ("waits 3 days", 4320),
        ("form 12b has 40 questions", None),
    ],
)
def test_times_are_read_from_words(text, minutes):
    assert [told.minutes for told in told_times([note(text)])] == ([minutes] if minutes else [])


def test_two_people_apart_contradict_each_other():
    found = contradiction([note("about 9 hours", "P2"), note("6 h", "P1"), note("7 h", "P3")])
    assert [told.words for told in found] == ["6 h", "9 hours"]


def test_one_person_or_near_times_do_not():
    assert contradiction([note("6 h"), note("9 h")]) is None
    assert contradiction([note("60 min", "P1"), note("1.1 hours", "P2")]) is None
    assert contradiction([]) is None


def test_only_times_of_one_kind_are_compared():
    apart = [note("6 h a month", "P1"), note("20 min", "P2"), note("waits 3 days", "P3")]
    assert contradiction(apart) is None
    assert contradiction([*apart, note("waits 1 h", "P1")]) is not None
