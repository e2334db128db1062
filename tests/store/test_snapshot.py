"""Everything known is right after any change, whoever made it, and what did not change is kept."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.store.backup import make_backup, restore_backup
from cxo_desktop.store.engagement_store import open_store

KEY = bytes(range(32))


def opened(path=None):
    return open_store(path, KEY if path else b"", device="laptop-1", ids=IdFactory())


def as_read_whole(store):
    return {cls: store.records.list(cls) for cls in (Note, Interview)}


def as_known(store):
    dossier = store.records.dossier()
    return {cls: dossier.all(cls) for cls in (Note, Interview)}


def note(store, number):
    notes = store.records.list(Note)
    return notes[number % len(notes)] if notes else None


def change(store, number):
    if found := note(store, number):
        store.records.put(replace(found, text=f"changed {number}"))


def remove(store, number):
    if found := note(store, number):
        store.records.remove(found)


def refuse(store, _number):
    with pytest.raises(ZeroDivisionError), store.records.operation("refused"):
        store.records.add(Note(text="never"))
        assert "never" in [note.text for note in as_known(store)[Note]]
        raise ZeroDivisionError


ACTS = (
    lambda store, number: store.records.add(Note(text=f"note {number}")),
    lambda store, number: store.records.add(Interview(place=f"place {number}")),
    lambda store, _number: store.history.undo(),
    lambda store, _number: store.history.redo(),
    lambda store, _number: store.records.dossier(),
    change,
    remove,
    refuse,
)


@given(acts=st.lists(st.sampled_from(ACTS)))
def test_whatever_is_done(acts):
    store = opened()
    store.records.fill(Dossier(engagement=Engagement(code="E")))
    for number, act in enumerate(acts):
        act(store, number)
    assert as_known(store) == as_read_whole(store)
    store.close()


def test_what_did_not_change_stays_the_same_object():
    store = opened()
    store.records.add(Engagement(code="E"))
    _first, second = store.records.add_all([Note(text="one"), Note(text="two")])
    before = as_known(store)[Note]
    store.records.put(replace(second, text="three"))
    after = as_known(store)[Note]
    assert after[0] is before[0]
    assert [note.text for note in after] == ["one", "three"]
    store.close()


def test_another_process_and_a_backup_put_in_place(tmp_path):
    path = tmp_path / "engagement.db"
    store, other = opened(path), opened(path)
    store.records.add(Engagement(code="E"))
    made = make_backup(path, KEY, datetime(2026, 11, 24, tzinfo=UTC))
    store.records.add(Note(text="here"))
    assert [note.text for note in as_known(store)[Note]] == ["here"]
    other.records.add(Note(text="elsewhere"))
    assert [note.text for note in as_known(store)[Note]] == ["here", "elsewhere"]
    store.close()
    restore_backup(path, KEY, made, datetime(2026, 11, 25, tzinfo=UTC))
    other.records.add_all([Note(text="anew"), Note(text="and again")])
    assert [note.text for note in as_known(other)[Note]] == ["anew", "and again"]
    other.close()
