"""What an older version did not understand is taken in once it does, as if it always had."""

from dataclasses import replace

import pytest

from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.check import content_faults
from cxo_desktop.store.conflicts import conflicts
from cxo_desktop.store.unread import unread
from cxo_desktop.sync import operations
from cxo_desktop.sync.sealing import seal_all
from tests.sync.laptops import settle


@pytest.fixture
def older(monkeypatch):
    """As long as the context lasts, this program does not understand operations named so."""
    real = operations._operation
    monkeypatch.setattr(
        operations, "_operation", lambda plain: None if plain[1] == "future" else real(plain)
    )
    return monkeypatch


def future(laptop, note, **fields):
    held = laptop.get(note)
    with laptop.records.operation("future"):
        laptop.records.put(replace(held, **fields))


def test_after_the_upgrade_all_show_the_same(two, older):
    asha, ravi = two
    note = asha.note("one", visit="v")
    settle(asha, ravi)
    future(ravi, note, visit="tuesday")
    ravi.note("understood")
    ravi.sync()
    asha.edit(note, visit="monday")
    asha.sync()
    assert "understood" in asha.texts()
    assert asha.get(note).visit == "monday"
    assert len(unread(asha.store.db)) == 1
    asha.note("after")
    older.undo()
    done = asha.sync()
    assert ("note", note.id) in done.rows[ravi.local.device]
    assert unread(asha.store.db) == []
    settle(asha, ravi)
    assert asha.state() == ravi.state()
    assert [one.contested.field for one in conflicts(asha.store.db)] == ["visit"]
    assert asha.local.state.quarantine() == ()
    assert content_faults(asha.store) == ()
    assert {one.text for one in ravi.records.list(Note)} == {"one", "understood", "after"}


def test_nothing_of_it_is_sent_as_ones_own(two, older):
    asha, ravi = two
    note = asha.note("one")
    settle(asha, ravi)
    future(ravi, note, visit="tuesday")
    ravi.sync()
    asha.sync()
    older.undo()
    before = len(asha.local.segments.of(asha.local.device))
    asha.sync()
    asha.sync()
    assert seal_all(asha.local) == 0
    assert len(asha.local.segments.of(asha.local.device)) == before
    assert asha.get(note).visit == "tuesday"
