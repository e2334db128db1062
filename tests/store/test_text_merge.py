"""Texts that were edited apart come together the same way everywhere."""

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.changes import Change
from cxo_desktop.domain.merge import Stamp, Stamped
from cxo_desktop.store.text_merge import differences, join_texts

WORDS = st.lists(
    st.sampled_from(["हम", "दो", "बार", "we", "count", "📎", "\n", ".", " "]), max_size=12
)
TEXTS = WORDS.map("".join)


def version(device, segment, text, **seen):
    change = Change(1, 1, "note", "N", "text", {"text": text})
    return Stamped(change, Stamp(device, segment, segment, 0, seen))


@given(TEXTS, TEXTS)
def test_differences_make_the_new_text_of_the_old(old, new):
    made, end = "", 0
    for start, stop, put in differences(old, new):
        made += old[end:start] + put
        end = stop
    assert made + old[end:] == new


@given(TEXTS, TEXTS, TEXTS)
def test_both_edits_are_in_and_the_same_on_every_laptop(base, mine, theirs):
    versions = [
        version("a", 1, base),
        version("a", 2, mine),
        version("b", 2, theirs, a=1),
    ]
    joined = join_texts(versions, "text")
    assert joined == join_texts(versions, "text")
    if mine == base:
        assert joined == theirs
    after = version("b", 3, "settled", a=2)
    assert join_texts([*versions, after], "text") == "settled"


def test_additions_at_both_ends_are_kept_in_devanagari():
    joined = join_texts(
        [
            version("a", 1, "हम दो बार लिखते हैं"),
            version("a", 2, "हाँ, हम दो बार लिखते हैं"),
            version("b", 2, "हम दो बार लिखते हैं 📎", a=1),
        ],
        "text",
    )
    assert joined == "हाँ, हम दो बार लिखते हैं 📎"


def test_the_document_of_today_is_the_document_of_tomorrow():
    """Golden: another release of the library must come to the same text, or laptops differ."""
    joined = join_texts(
        [
            version("a", 1, "one two three four"),
            version("a", 2, "one TWO three four five"),
            version("b", 2, "one 2 three 4", a=1),
            version("c", 2, "zero one two three four", a=1),
        ],
        "text",
    )
    assert joined == "zero one TWO2 three 4 five"


def test_a_version_that_rests_on_what_its_maker_did_not_have_is_not_joined():
    versions = [
        version("a", 1, "one"),
        version("b", 2, "one two", a=1),
        version("c", 3, "one two three", b=2),
    ]
    assert join_texts(versions, "text") is None


def test_a_rewritten_long_text_takes_no_time():
    old = "word " * 20_000
    new = "other " * 20_000
    assert list(differences(old, new)) == [(0, len(old), new)]
