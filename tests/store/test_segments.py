"""Segments are kept with their bytes, which any member may put back on the share."""

from dataclasses import replace

from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.database import write
from cxo_desktop.store.segments import Segments
from tests.store.sync_store import received, seal_own, take_in


def test_own_ones_are_unconfirmed_until_read_back(store):

    store.records.add(Note(text="a"))
    seal_own(store)
    take_in(store, received("ravi", 1), received("ravi", 2))
    segments = Segments(store.db)
    assert segments.heads() == {"own": 1, "ravi": 2}
    [mine] = segments.unconfirmed()
    assert segments.content(mine.number) == b"mine"
    with write(store.db):
        segments.confirm(mine.number)
    assert segments.unconfirmed() == ()
    assert {device: held.seq for device, held in segments.last_of_each().items()} == {
        "own": 1,
        "ravi": 2,
    }


def test_both_of_a_fork_are_kept(store):

    one = received("ravi", 1)
    twin = replace(one, segment=replace(one.segment, sha="other", name="seg/ravi/other"))
    take_in(store, one, twin)
    assert Segments(store.db).shas("ravi", 1) == {"ravi1", "other"}
    assert len(Segments(store.db).names_of("ravi")) == 2


def test_other_bytes_take_the_place_of_erased_ones(store):
    take_in(store, received("ravi", 1))
    segments = Segments(store.db)
    [held] = segments.of("ravi")
    with write(store.db):
        segments.replace(held.number, "seg/ravi/1-1.pack", b"other", confirmed=True)
    [held] = segments.of("ravi")
    assert (held.name, held.size) == ("seg/ravi/1-1.pack", 5)
    assert segments.content(held.number) == b"other"
    assert segments.content(99) is None
