"""Whatever was pasted, the page holds nothing the font cannot draw, and loses no words unseen."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cxo_desktop.domain.drawing import Weight
from cxo_desktop.render import fonts
from cxo_desktop.render.printable import printable


@given(st.text())
def test_every_character_can_be_drawn_in_every_weight(text):
    for letter in printable(text):
        assert all(ord(letter) in fonts.characters(weight) for weight in Weight)


@given(st.text())
@example("0\u00a0\U000191d3")
@example("e\U000191d3\u0301")
def test_once_is_enough(text):
    assert printable(printable(text)) == printable(text)


@pytest.mark.parametrize(
    "text", ["Sheet, 12 % of ₹ 5,00,000", "क्षेत्र कार्यकर्ता", "Zoë said “list” — 1·2"]
)
def test_what_can_be_drawn_stays(text):
    assert printable(text) == text


def test_words_in_another_script_are_not_dropped_in_silence():
    assert printable("Said: தமிழ் மொழி today") == "Said: [not in this font] today"


def test_signs_get_a_stand_in_and_pictures_go():
    assert printable("paper → app 🙂👨\u200d👩 ✓ >≥ 2") == "paper -> app ok >>= 2"


def test_ligatures_are_taken_apart():
    assert printable("the sta\ufb00") == "the staff"


def test_line_breaks_and_controls_do_not_reach_the_page():
    assert printable("two\r\nlines\x07 and\tone\ud800") == "two lines and one?"
