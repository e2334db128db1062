from __future__ import annotations

import unicodedata

import pytest

from cxo_desktop.exchange.words import words


@pytest.mark.parametrize("key", ["asking", "answering", "posts", "honorifics"])
def test_phrases_are_as_labels_are_compared(key):
    for phrase in words("speakers", key):
        assert phrase == unicodedata.normalize("NFC", phrase).casefold().strip()
    assert len(words("speakers", key)) > 5


def test_nobody_is_no_speaker():
    spoken = words("speakers", "asking") | words("speakers", "answering")
    assert not spoken & words("speakers", "nobody")


def test_small_words_tell_hindi_from_marathi():
    assert not words("languages", "hi") & words("languages", "mr")
