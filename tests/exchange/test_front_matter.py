from __future__ import annotations

from datetime import date

import pytest

from cxo_desktop.exchange.front_matter import FrontMatter, front_matter, read_date


def head(text: str) -> FrontMatter:
    return front_matter(text.split("\n"))


def test_a_block_between_rules_is_read():
    found = head(
        "---\ndate: 2026-06-03\nparticipants:\n  - Sunita Devi\n  - Kamla\n"
        "language: Hindi\nplace: 'Ward 4'\ntags: [x]\n---\nWe met."
    )
    assert found.lines == set(range(1, 10))
    assert found.on == date(2026, 6, 3)
    assert found.participants == ("Sunita Devi", "Kamla")
    assert (found.language, found.place) == ("hi", "Ward 4")
    assert found.unused == (8,)


def test_known_words_above_the_notes_are_read():
    found = head("# Visit\n\nDate: 3/6/2026\nParticipants: Ravi, Kamla and Asha\n\nWe met.")
    assert found.lines == {3, 4}
    assert found.on == date(2026, 6, 3)
    assert found.participants == ("Ravi", "Kamla", "Asha")


def test_bold_and_listed_words_are_read_and_unknown_ones_stay_in_the_text():
    found = head(
        "# Interview\n\n**Date:** 2026-06-03  \n- **Participant**: Ravi Rao\n"
        "**Duration:** 45 minutes\n* Role: Field worker\nWe met at noon.\n"
    )
    assert found.lines == {3, 4, 6}
    assert (found.on, found.participants) == (date(2026, 6, 3), ("Ravi Rao",))
    assert (found.role, found.role_line) == ("Field worker", 6)
    assert found.unused == ()


def test_devanagari_heads_are_read():
    found = head("दिनांक: ४ जून २०२६\nस्थान: वार्ड 2\nउपस्थित: सुनीता, कमला\n\nनोट")
    assert found.on == date(2026, 6, 4)
    assert found.place == "वार्ड 2"
    assert found.participants == ("सुनीता", "कमला")


def test_what_is_not_understood_is_told():
    found = head("Date: last Monday\nPlace: Ward 4\nInterviewer: Meera\n\nWe met.")
    assert found.lines == {1, 2, 3}
    assert (found.on, found.place) == (None, "Ward 4")
    assert found.unused == (1, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We met at the ward office.",
        "Date: 2026-06-03\nWe met.",
        "Interviewer: How do you send it?\nParticipant: By phone?",
        "Date: 2026-06-03\n\nWe met.",
        "---\nWe met.\n---\nAnd left.",
        "---\nInterviewer: How?\nRavi: By hand\n---",
        "---\ndate: 2026-06-03\nno end",
        "Package: x\nVersion: 2\n\nText",
    ],
)
def test_notes_are_not_taken_for_a_head(text):
    assert head(text) == FrontMatter()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-06-03", date(2026, 6, 3)),
        ("03.06.2026", date(2026, 6, 3)),
        ("13-6-2026", date(2026, 6, 13)),
        ("3rd June 2026", date(2026, 6, 3)),
        ("3 Sept 2026", date(2026, 9, 3)),
        ("१५ ऑगस्ट २०२६", date(2026, 8, 15)),
        ("6/13/2026", None),
        ("31 June 2026", None),
        ("3 Smarch 2026", None),
        ("soon", None),
        ("", None),
    ],
)
def test_days_are_read_day_first(text, day):
    assert read_date(text) == day
