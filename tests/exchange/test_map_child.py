"""Maps cross from the child as they were read, and so do its words when it refuses."""

from pathlib import Path

import pytest

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.exchange import bpmn_read
from cxo_desktop.exchange.map_child import decoded, encoded

FILES = sorted(Path(__file__).with_name("bpmn_files").glob("*.bpmn"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_was_read_comes_back_the_same(path):
    found = bpmn_read.read(path.name, path.read_bytes())
    again = decoded(encoded(found))
    assert (again.losses, again.stores) == (found.losses, found.stores)
    for one, other in zip(again.maps, found.maps, strict=True):
        assert encoded(again) == encoded(found)
        assert (one.map.extra, one.map.lanes) == (other.map.extra, other.map.lanes)
        assert [it.code for it in one.steps] == [it.code for it in other.steps]


def test_words_of_the_child_are_raised_here():
    with pytest.raises(InputRefused, match=r"a b c"):
        decoded({"refused": ["a", "b", "c"]})
