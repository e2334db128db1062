"""Every act on a map has a key, no two the same, and one that needs no Latin letter."""

from itertools import chain

import pytest
from PySide6.QtGui import QKeySequence

from cxo_desktop.ui.map_acts import map_acts


def test_no_key_does_two_things():
    keys = [QKeySequence(key).toString() for key in chain(*(one.keys for one in map_acts()))]
    assert "" not in keys
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("one", map_acts(), ids=lambda one: one.act)
def test_each_works_while_a_hindi_layout_is_on(one):
    last = [key.rsplit("+", 1)[-1] for key in one.keys]
    assert any(len(key) > 1 or not key.isalpha() for key in last)
