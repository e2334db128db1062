"""Marks come and go without a trace in the change log."""

from cxo_desktop.store.marks import ARCHIVED, marks, set_mark


def test_a_mark_is_set_once_and_taken_off(store):
    assert marks(store.db) == frozenset()
    set_mark(store.db, ARCHIVED, present=True)
    set_mark(store.db, ARCHIVED, present=True)
    assert marks(store.db) == {ARCHIVED}
    set_mark(store.db, ARCHIVED, present=False)
    assert marks(store.db) == frozenset()
    assert list(store.log.all_changes()) == []
