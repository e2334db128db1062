"""What a line names is found in any case of letters, and names of people are never kept."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.mentions import (
    Mention,
    MentionKind,
    is_named,
    said_name,
    unsure_places,
    vocabulary,
)
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.themes import Theme
from cxo_desktop.domain.tools import Tool

KNOWN = vocabulary(
    [
        Person(code="P05", role="M&E lead"),
        Person(code="P06", role="Supervisor"),
        Person(code="P07", role="Field worker"),
        Person(code="P08", role="Field worker"),
    ],
    [
        PersonName(person="P05", full_name="Imran Shaikh", aliases=("Imran",)),
        PersonName(person="P07", full_name="सुनीता मोरे"),
    ],
    [Tool(code="TL1", name="CommCare (cloud)"), Tool(code="TL2", name="Google Sheets")],
    [Theme(code="TH1", label="Re-entry", label_hi="दोबारा लिखना")],
)


def found(text):
    return [(mention.kind.value, mention.name, mention.code) for mention in KNOWN.mentions(text)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("first +CommCare, then", [("+", "CommCare", "TL1")]),
        ("+google sheets again", [("+", "google sheets", "TL2")]),
        ("asks @Imran Shaikh.", [("@", "Imran Shaikh", "P05")]),
        ("asks (@imran)", [("@", "imran", "P05")]),
        ("asks @M&E lead", [("@", "M&E lead", "P05")]),
        ("@field worker", [("@", "field", "")]),
        ("+Excel.", [("+", "Excel", "")]),
        ("@सुनीता मोरे ने", [("@", "सुनीता मोरे", "P07")]),
        ("#दोबारा लिखना", [("#", "दोबारा लिखना", "TH1")]),
        ("a@b.org +91 98 2+2 #1 +", []),
    ],
)
def test_what_a_text_names(text, mentions):
    assert found(text) == mentions


def test_a_place_covers_mark_and_name():
    assert KNOWN.mentions("in +CommCare") == (Mention(MentionKind.TOOL, 3, 12, "CommCare", "TL1"),)


def test_a_longer_name_is_not_cut_at_a_vowel_sign():
    known = vocabulary([], [], [Tool(code="T1", name="शीट")], [])
    assert known.mentions("+शीटी")[0].code == ""


def test_names_are_kept_as_codes_and_roles_stay_words():
    assert KNOWN.coded("@imran and @Supervisor, +CommCare") == "@P05 and @Supervisor, +CommCare"
    assert KNOWN.coded("@M&E lead") == "@M&E lead"
    assert KNOWN.named("@P05 said") == "@Imran Shaikh said"


@given(
    st.lists(
        st.sampled_from(["@P05", "@P07", "@Supervisor", "+CommCare", "#x", "it", "! ~6", "@zed"])
    )
)
def test_what_was_kept_comes_back_from_what_is_shown(words):
    kept = " ".join(words)
    shown = KNOWN.named(kept)
    assert KNOWN.coded(shown) == kept
    assert "P05" not in shown


@given(st.text())
def test_any_text_is_safe_and_mentions_do_not_overlap(text):
    places = [(mention.start, mention.end) for mention in KNOWN.mentions(text)]
    assert all(end <= start for (_s, end), (start, _e) in itertools.pairwise(places))
    assert KNOWN.coded(KNOWN.coded(text)) == KNOWN.coded(text)


def test_the_part_of_a_tools_name_that_people_say():
    assert said_name("CommCare (cloud)") == "CommCare"
    assert is_named("in commcare they", "CommCare (cloud)")
    assert not is_named("CommCares", "CommCare")


def test_what_is_not_sure():
    assert unsure_places("~6 hours, a~b ~") == (0,)
