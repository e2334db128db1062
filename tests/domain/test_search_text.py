"""The same word is found however it was typed; different words stay different."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.search_text import Term, aligned, fold, words

DEVANAGARI = st.text(st.characters(min_codepoint=0x900, max_codepoint=0x97F), max_size=40)
MIXED = st.text(st.sampled_from("कनमङञणतदपटचजअआएाोौॅॉे्ंँ़ऱफ\u200d\u200c abÉß\u0301\0İΣ९"), max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("जिला", "ज़िला"),
        ("ज\u093cिला", "\u095bिला"),
        ("हिंदी", "हिन्दी"),
        ("हिंदी", "हिन्\u200dदी"),
        ("अंक", "अङ्क"),
        ("पंच", "पञ्च"),
        ("घंटा", "घण्टा"),
        ("सम्पर्क", "संपर्क"),
        ("इन्टरनेट", "इंटरनेट"),
        ("कॉन्फ़्रेंस", "कॉन्फ्रेंस"),
        ("गाँव", "गांव"),
        ("दुसऱ्या", "दुसर्\u200dया"),
        ("अॅप", "ॲप"),
        ("आॅफिस", "ऑफिस"),
        ("Zürich", "zurich"),
        ("cafe\u0301", "CAFÉ"),
        ("\uff21\uff22\uff23 \uff11\uff12", "abc 12"),
        ("२०२६", "2026"),
        ("İstanbul", "istanbul"),
        ("soft\u00adware", "software"),
        ("\u03a3\u039f\u03a6\u039f\u03a3", "\u03c3\u03bf\u03c6\u03bf\u03c3"),
    ],
)
def test_the_same_word_written_in_two_ways_is_one(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("मेला", "माली"),
        ("की", "का"),
        ("अन्न", "अंन"),
        ("जन्म", "जंम"),
        ("काल", "कॉल"),
        ("दिन", "दीन"),
        ("C", "D"),
    ],
)
def test_different_words_stay_different(one, other):
    assert fold(one) != fold(other)


def test_words_keep_their_vowel_signs():
    assert words("कार्यकर्ता, क्षेत्र।") == ("कार्यकर्ता", "क्षेत्र")


def test_words_are_cut_at_signs_and_emoji():
    assert words("field-worker's C++ ❤️ 5%") == ("field", "worker", "s", "c", "5")


def test_half_a_surrogate_pair_never_reaches_the_index():
    assert words("a\ud800b") == ("a", "b")


def test_a_term_is_a_whole_word_unless_it_is_a_prefix():
    text = "कर्मचारी ने कर दिया"
    assert Term(("कर",)).spans(text) == [(12, 14)]
    assert [start for start, _ in Term(("कर",), prefix=True).spans(text)] == [0, 12]


def test_a_term_is_shown_in_the_text_as_it_was_written():
    text = "यह हिन्\u200dदी और ज़िला है"
    ((start, end),) = Term(words("हिंदी")).spans(text)
    assert text[start:end] == "हिन्\u200dदी"
    ((start, end),) = Term(words("जिला")).spans(text)
    assert text[start:end] == "ज़िला"


def test_words_of_a_phrase_follow_one_another():
    phrase = Term(words("typed twice"))
    assert phrase.stands_in("It is Typed: twice.")
    assert not phrase.stands_in("typed and twice")
    assert not Term(words("कर काम")).stands_in("करा काम")


def test_a_half_typed_nasal_finds_both_spellings():
    half = Term(words("हिन्"), prefix=True)
    assert half.stands_in("हिन्दी")
    assert half.stands_in("हिंदी")
    assert Term(words("जन्"), prefix=True).stands_in("जन्म")


@given(st.text() | DEVANAGARI | MIXED)
def test_folding_for_display_keeps_every_place(text):
    assert len(aligned(text)) == len(text)


@given(st.text() | DEVANAGARI | MIXED)
def test_composed_and_decomposed_text_are_one(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(DEVANAGARI | MIXED)
def test_joiners_make_no_difference(text):
    joined = "\u200d".join(text)
    assert fold(joined) == fold(text.replace("\u200d", "").replace("\u200c", ""))


@given(st.text() | DEVANAGARI | MIXED)
def test_every_word_of_a_text_stands_in_it(text):
    for word in words(text):
        assert Term((word,)).stands_in(text)
