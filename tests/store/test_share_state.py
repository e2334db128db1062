"""What a laptop knows of its share."""

import pytest

from cxo_desktop.store.database import write
from cxo_desktop.store.share_state import Quarantined, ShareState


@pytest.fixture
def state(store):
    return ShareState(store.db)


def test_words_and_files_are_kept(store, state):
    with write(store.db):
        state.put("space", "a")
        state.put("space", "b")
        state.put("gone x", "y")
        state.keep_file("mem/2", b"two")
        state.keep_file("mem/1", b"one")
        state.keep_file("mem/1", b"another")
        state.keep_file("key/1", b"key")
    assert (state.get("space"), state.get("nothing")) == ("b", "")
    assert state.all("gone ") == {"gone x": "y"}
    assert list(state.files("mem/").items()) == [("mem/2", b"two"), ("mem/1", b"one")]
    assert state.names("key/") == {"key/1"}
    with write(store.db):
        state.drop("gone x")
    assert state.all("gone ") == {}


def test_quarantine_remembers_since_when_and_forgets_what_is_well(store, state):
    def found(name, reason, when):
        return Quarantined(name, 1, reason, "", when)

    with write(store.db):
        state.set_quarantine([found("a", "altered", "monday"), found("b", "missing", "monday")])
        state.set_quarantine([found("a", "forged", "tuesday"), found("c", "fork", "tuesday")])
    assert {(one.name, one.reason, one.first_seen) for one in state.quarantine()} == {
        ("a", "forged", "monday"),
        ("c", "fork", "tuesday"),
    }
