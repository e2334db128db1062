"""Everything that a note can become has a word, and every number its unit."""

from cxo_desktop.app.placings import Becomes
from cxo_desktop.ui.placing_words import becomes_word, unit_word


def test_each_has_its_own_word_and_numbers_have_units():
    assert len({becomes_word(it) for it in Becomes}) == len(Becomes)
    bare = {it for it in Becomes if not unit_word(it)}
    assert bare == {Becomes.EVIDENCE, Becomes.FLOW}
