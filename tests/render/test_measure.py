"""Widths agree with Qt and lines break where a reader would."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from cxo_desktop.domain.drawing import Weight
from cxo_desktop.render import fonts, measure

LABELS = (
    "Supervisor Google Sheet",
    "मासिक समीक्षा बैठक",
    "क्षेत्रीय कार्यकर्ता",
    "आकडे जुळत नाहीत",
    "Monthly मासिक report रिपोर्ट 24 h",
    "₹ 1,23,45,678 · 15 days",
)
WORDS = st.text(
    st.sampled_from("abcXYZ क्षत्रिय ki ऀँ \u200d\u0301é😀\t\n") | st.characters(), max_size=80
)


@pytest.mark.parametrize("label", LABELS)
def test_widths_are_those_that_qt_draws(qapp, label) -> None:
    data = QByteArray(fonts.path(Weight.REGULAR).read_bytes())
    QFontDatabase.addApplicationFontFromData(data)
    font = QFont(fonts.FAMILY)
    font.setPixelSize(1000)
    qt = QFontMetricsF(font).horizontalAdvance(label)
    assert measure.width(label, 1000) == pytest.approx(qt, rel=0.005)


def test_widths_scale_with_size_and_grow_with_weight() -> None:
    assert measure.width("CommCare", 20) == pytest.approx(2 * measure.width("CommCare", 10))
    assert measure.width("CommCare", 10, Weight.BOLD) > measure.width("CommCare", 10)


def test_devanagari_is_measured_shaped() -> None:
    # A conjunct is narrower than its letters drawn one after the other.
    letters = sum(measure.width(letter, 10) for letter in "क्ष")
    assert measure.width("क्ष", 10) < letters


def test_runs_keep_signs_with_the_script_before_them() -> None:
    assert measure.runs("Sheet मासिक 24 h") == ("Sheet ", "मासिक 24 ", "h")


def test_tidy_drops_what_could_lie_about_a_name_and_keeps_joiners() -> None:
    assert measure.tidy("a\u202eb\x00c\r\n\td\ud800 \ufffe") == "abc d\ufffd"
    assert measure.tidy("₹\u00a05 क्\u200dष") == "₹\u00a05 क्\u200dष"


def test_lines_break_between_words() -> None:
    assert measure.wrap("Merge workbook on analyst laptop", 10, 100, 2) == (
        "Merge workbook on",
        "analyst laptop",
    )


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = measure.wrap("one two three four five six seven", 10, 50, 2)
    assert len(lines) == 2
    assert lines[-1].endswith(measure.ELLIPSIS)
    assert all(measure.width(line, 10) <= 50 for line in lines)


def test_a_long_word_breaks_between_graphemes() -> None:
    word = "क्षेत्रीयकार्यकर्ताप्रशिक्षणकेंद्र"
    lines = measure.wrap(word, 10, 60, 9)
    assert "".join(lines) == word
    clusters = regex.findall(r"\X", word)
    assert [c for line in lines for c in regex.findall(r"\X", line)] == clusters


def test_an_endless_word_is_cut_without_reading_all_of_it() -> None:
    assert measure.wrap("x" * 200_000, 10, 60, 1)[0].endswith(measure.ELLIPSIS)


def test_an_empty_text_gives_no_line() -> None:
    assert measure.wrap(" \n ", 10, 60, 2) == ()


@given(text=WORDS, limit=st.floats(20, 300), most=st.integers(1, 4))
def test_lines_are_few_fit_and_lose_nothing(text: str, limit: float, most: int) -> None:
    lines = measure.wrap(text, 10, limit, most)
    assert len(lines) <= most
    for line in lines:
        alone = len(regex.findall(r"\X", line.removesuffix(measure.ELLIPSIS))) <= 1
        assert alone or measure.width(line, 10) <= limit
    whole = "".join(lines).replace(" ", "")
    source = measure.tidy(text).replace(" ", "")
    assert whole == source or source.startswith(whole[: -len(measure.ELLIPSIS)])
