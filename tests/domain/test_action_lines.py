"""An action line: what, who, until when."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.action_lines import day_of, parse_action
from cxo_desktop.domain.mentions import vocabulary
from cxo_desktop.domain.people import Person, PersonName

WEDNESDAY = date(2026, 11, 25)
KNOWN = vocabulary(
    [Person(code="P06", role="Supervisor")],
    [PersonName(person="P06", full_name="Sunita More", aliases=("Sunita",))],
    [],
    [],
)


@pytest.mark.parametrize(
    ("text", "title", "owner", "due"),
    [
        ("send both counts @Sunita fri", "send both counts", "P06", date(2026, 11, 27)),
        ("@sunita more send both counts by fri", "send both counts", "P06", date(2026, 11, 27)),
        ("call on wed", "call", "", date(2026, 12, 2)),
        ("call, 28 nov", "call", "", date(2026, 11, 28)),
        ("call 5 January", "call", "", date(2027, 1, 5)),
        ("call 28 nov 2027", "call", "", date(2027, 11, 28)),
        ("call 2026-12-01", "call", "", date(2026, 12, 1)),
        ("call 31 feb", "call 31 feb", "", None),
        ("fri sheet to all", "fri sheet to all", "", None),
        ("भेजें शुक्रवार", "भेजें", "", date(2026, 11, 27)),
        ("send @nobody", "send", "", None),
        ("tomorrow", "", "", date(2026, 11, 26)),
    ],
)
def test_what_who_and_when(text, title, owner, due):
    words = parse_action(text, KNOWN, WEDNESDAY)
    assert (words.title, words.owner, words.due_on) == (title, owner, due)


@given(st.text())
def test_any_text_is_safe(text):
    words = parse_action(text, KNOWN, WEDNESDAY)
    assert words.title == words.title.strip() or words.owner == ""


def test_a_day_alone():
    today = date(2026, 11, 25)
    assert day_of("2026-12-01", today) == day_of(" 1 dec ", today) == date(2026, 12, 1)
    assert day_of("fri", today) == date(2026, 11, 27)
    assert day_of("", today) is None
    assert day_of("send it fri", today) is None
