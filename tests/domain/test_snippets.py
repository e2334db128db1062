"""A snippet shows the hit, in whole letters, whatever the text."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.search_text import Term, words
from cxo_desktop.domain.snippets import CUT, border_after, border_before, snippet

LETTERS = st.text(
    st.sampled_from("कि़्ंनम\u200dदी ab\u0301\n👩\u200d👧🏽🇮🇳ด\u0e33가\u11a8\r") | st.characters(),
    max_size=60,
)


def term(text, *, prefix=False):
    return Term(words(text), prefix=prefix)


def shown(found):
    return [found.text[start:end] for start, end in found.spans]


def test_a_short_text_is_shown_whole():
    found = snippet("Totals are typed twice.", [term("typed")])
    assert found.text == "Totals are typed twice."
    assert shown(found) == ["typed"]


def test_a_long_text_is_cut_between_words_around_the_hit():
    text = "The register is copied. " * 40 + "Then totals are typed. " + "All wait. " * 40
    found = snippet(text, [term("totals")], around=30)
    assert shown(found) == ["totals"]
    assert found.text.startswith(CUT)
    assert found.text.endswith(CUT)
    assert len(found.text) < 100
    assert set(found.text.strip(CUT).replace(".", "").split()) <= set(text.replace(".", "").split())


def test_the_place_with_most_of_the_terms_is_shown():
    text = "register " + "x " * 100 + "the paper register is slow"
    found = snippet(text, [term("register"), term("paper"), term("slow")])
    assert shown(found) == ["paper", "register", "slow"]


def test_another_spelling_is_marked_as_it_was_written():
    found = snippet("यहाँ हिन्दी और ज़िला", [term("हिंदी"), term("जिला")])
    assert shown(found) == ["हिन्दी", "ज़िला"]


def test_a_prefix_marks_whole_letters():
    assert shown(snippet("किसान", [term("क", prefix=True)])) == ["कि"]


def test_without_a_hit_the_beginning_is_shown():
    found = snippet("alpha " * 50, [], around=20)
    assert found.text.startswith("alpha alpha")
    assert found.spans == ()
    assert len(found.text) < 40


def test_lines_are_joined():
    assert snippet("one\ntwo\r\nthree", []).text == "one two  three"


def borders(text):
    return {0, len(text), *(letter.end() for letter in regex.finditer(r"\X", text))}


@given(LETTERS, st.integers(0, 60))
def test_borders_are_between_letters(text, position):
    position = min(position, len(text))
    before, after = border_before(text, position), border_after(text, position)
    assert before <= position <= after
    assert before == max(at for at in borders(text) if at <= position)
    assert after == min(at for at in borders(text) if at >= position)


@pytest.mark.parametrize("around", [0, 3, 20])
@given(text=LETTERS, wanted=LETTERS, prefix=st.booleans())
def test_any_text_is_cut_and_marked_between_letters(around, text, wanted, prefix):
    text = regex.sub(r"[\p{Zl}\p{Zp}\s\p{C}]", " ", text).replace(CUT, " ")
    terms = [Term((word,), prefix=prefix) for word in (*words(wanted), *words(text)[-3:])]
    found = snippet(text, terms, around=around)
    assert bool(found.spans) == bool(words(text))
    assert found.text.strip(CUT) in text
    for left, right in found.spans:
        assert 0 <= left < right <= len(found.text)
        assert {left, right} <= borders(found.text)
    assert sum(right - left for left, right in found.spans) <= len(found.text.strip(CUT))
    start = text.index(found.text.strip(CUT))
    if text.count(found.text.strip(CUT)) == 1:
        assert {start, start + len(found.text.strip(CUT))} <= borders(text)
