"""The parts of a store belong together."""

from cxo_desktop.domain.interviews import Note


def test_records_log_and_history_share_one_file(store):
    note = store.records.add(Note(text="x"))
    assert store.log.changes_to(note.id)
    assert store.history.undo()
    assert store.records.list(Note) == ()
