"""Six words stand for a laptop's keys."""

import pytest

from cxo_desktop.sync.six_words import WORDS, same_words, six_words

ASKING = {"space": "s", "root": "r", "device": "d", "public": "p", "recipient": "to"}


def test_words_can_be_told_apart_by_ear_and_eye():
    assert len(WORDS) == 256
    assert len({word[:4] for word in WORDS}) == 256


@pytest.mark.parametrize("part", ASKING)
def test_every_part_matters(part):
    assert six_words(**ASKING) == six_words(**ASKING)
    assert six_words(**ASKING) != six_words(**{**ASKING, part: "x"})


def test_spelling_does_not_matter():
    assert same_words("Acorn-actor  amber", "acorn actor amber")
    assert not same_words("acorn actor", "actor acorn")
