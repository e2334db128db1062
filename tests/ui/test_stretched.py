"""The language that does not exist is longer, and keeps its fields."""

import pytest

from tests.ui.stretched import stretched


@pytest.mark.parametrize("text", ["Lock now", "{n} people heard of {all}", "", "{only}", "12 : 4"])
def test_it_is_longer_and_its_fields_stay(text):
    long = stretched(text)
    assert long.count("{") == text.count("{")
    assert long.split(" ").__len__() == text.split(" ").__len__()
    letters = sum(part.isalpha() for part in text)
    assert letters == 0 or text == "{only}" or len(long) > len(text)
