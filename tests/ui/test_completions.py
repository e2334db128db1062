"""What is offered at the caret: names that fit, most named first, then new ones."""

import pytest

from cxo_desktop.domain.mentions import vocabulary
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.tools import Tool
from cxo_desktop.ui.completions import being_typed, counts_of, rows_for

KNOWN = vocabulary(
    [Person(code="P5", role="M&E lead")],
    [PersonName(person="P5", full_name="Imran Shaikh")],
    [Tool(code="T1", name="Google Drive"), Tool(code="T2", name="Google Sheets")],
    [],
)


def keys(text, counts=None):
    typed = being_typed(text, len(text))
    return [row.key for row in rows_for(typed, KNOWN, counts or {})] if typed else None


@pytest.mark.parametrize("text", ["", "+", "a+b", "@ x", "mail a@b", "+Google, then"])
def test_nothing_is_being_named(text):
    assert keys(text) is None


def test_the_caret_decides():
    assert being_typed("+Goo and more", 4).letters == "Goo"
    assert being_typed("+Goo and more", 4).start == 0


def test_what_fits_and_what_can_be_new():
    assert keys("then +goo") == ["T1", "T2", "new:"]
    assert keys("then +goo", {"T2": 12}) == ["T2", "T1", "new:"]
    assert keys("@lead") == ["P5", "new:", "role:"]
    assert keys("#x") == ["new:"]


def test_a_finished_name_offers_nothing():
    assert keys("+Google Sheets") == []
    assert keys("+Google Sheets ") == []
    assert keys("+Google Sheets and so") == []
    assert keys("+Google S") == ["T2", "new:"]


def test_mentions_are_counted():
    counts = counts_of(KNOWN, ["+google sheets and @P5", "+Google Sheets"])
    assert counts == {"T2": 2, "P5": 1}
    typed = being_typed("+goo", 4)
    assert rows_for(typed, KNOWN, counts)[0].aside == "2 mentions · Tab"
