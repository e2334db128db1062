"""A name is taken out of a cell wherever it stands in it, and nothing else changes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.store.cell_words import cleaned


def clean(text):
    return "…" if text == "\nSunita" else text


@pytest.mark.parametrize(
    "value", [["\nSunita", 1], {"a": {"b": ["\nSunita"]}}, {"\nSunita": None}, ["x", ["\nSunita"]]]
)
def test_a_name_after_a_line_end_in_json_is_found(value):
    other = cleaned(json.dumps(value, ensure_ascii=False), clean)
    assert other == json.dumps(value, separators=(",", ":")).replace("\\nSunita", "…")


@pytest.mark.parametrize("cell", [None, 3, 1.5, "", "[not json", "{", '[ "spaced" ]', "plain"])
def test_what_holds_no_name_stays_to_the_byte(cell):
    assert cleaned(cell, clean) == cell


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON)
def test_any_value_comes_back_the_same_without_a_name(value):
    text = json.dumps(value)
    assert cleaned(text, lambda one: one) == text
