"""Every kind, form and flag can be chosen, told apart, and has a key or a place in the picker."""

import pytest

from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.line_grammar import parse_line
from cxo_desktop.ui import icons
from cxo_desktop.ui.line_choices import ALL, BY_ALT_DIGIT, KINDS, VERBATIM, chip_words, key_of


@pytest.mark.parametrize("choice", ALL, ids=lambda it: it.look[2])
def test_a_choice_makes_what_its_mark_makes(choice):
    made = choice.on(parse_line("words"))
    typed = parse_line(f"{choice.mark} words" if choice.mark else "words")
    assert made == typed
    assert icons.has_icon(choice.look[0])


def test_twelve_kinds_and_no_key_twice():
    assert len(KINDS) == len(NoteKind)
    keys = [key_of(choice) for choice in ALL if key_of(choice)]
    assert len(keys) == len(set(keys))
    assert set(BY_ALT_DIGIT.values()) <= set(ALL)


def test_a_flag_is_taken_off_again():
    line = parse_line("! late")
    assert VERBATIM.on(VERBATIM.on(line)) == line


def test_the_chip_says_all_of_it():
    assert chip_words(parse_line('"% late'))[2] == "Quote · off the record"
    assert chip_words(parse_line('!"_ late'))[2] == "Pain · word for word · my reading"
