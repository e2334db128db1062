"""Words in another language, and numbers as they are written in India."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop import assets, i18n

PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Keep {count} notes"
msgstr "{count} टिप्पणियाँ रखें"

msgid "{n} note"
msgid_plural "{n} notes"
msgstr[0] "{n} टिप्पणी"
msgstr[1] "{n} टिप्पणियाँ"
"""
MINUS = "\N{MINUS SIGN}"


@pytest.fixture
def hindi(tmp_path, monkeypatch):
    """A catalogue with one sentence and one plural; English again afterwards."""
    (tmp_path / "i18n").mkdir()
    (tmp_path / "i18n" / "hi.po").write_text(PO, encoding="utf-8")
    monkeypatch.setattr(assets, "resource", tmp_path.joinpath)
    i18n.use_language("hi")
    yield
    i18n.use_language("en")


@pytest.mark.usefixtures("hindi")
def test_words_come_in_the_chosen_language():
    assert i18n._("Keep {count} notes").format(count=3) == "3 टिप्पणियाँ रखें"
    assert i18n.ngettext("{n} note", "{n} notes", 1) == "{n} टिप्पणी"
    assert i18n.ngettext("{n} note", "{n} notes", 2) == "{n} टिप्पणियाँ"


@pytest.mark.usefixtures("hindi")
def test_what_is_not_translated_stays_english():
    assert i18n._("Export the brief") == "Export the brief"
    i18n.use_language("xx")
    assert i18n._("Keep {count} notes") == "Keep {count} notes"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1,000"),
        (99_999, "99,999"),
        (100_000, "1,00,000"),
        (1_234_567, "12,34,567"),
        (10_000_000, "1,00,00,000"),
        (2.5, "3"),
        (-1_234_567, f"{MINUS}12,34,567"),
        (-0.4, "0"),
    ],
)
def test_numbers_are_grouped_by_lakh_and_crore(number, text):
    assert i18n.grouped(number) == text


@given(st.integers(-(10**15), 10**15))
def test_grouping_loses_no_digit(number):
    grouped = i18n.grouped(number)
    assert int(grouped.replace(",", "").replace(MINUS, "-")) == number
    head, *groups = grouped.lstrip(MINUS).split(",")
    assert len(head) <= 3
    assert [len(group) for group in groups] == [2] * (len(groups) - 1) + [3] * bool(groups)


def test_money_does_not_break_at_the_line():
    assert i18n.rupees(250_000) == "₹\N{NO-BREAK SPACE}2,50,000"


def test_only_languages_there_are_words_in(monkeypatch, tmp_path):
    assert i18n.languages()[0] == "en"
    for code in ("mr", "hi"):
        (tmp_path / f"{code}.po").write_bytes(b"")
    monkeypatch.setattr(i18n.assets, "resource", lambda _name: tmp_path)
    assert i18n.languages() == ("en", "hi", "mr")
