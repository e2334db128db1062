"""What waits to be sent is the end of the log, cut into what a segment takes."""

from cxo_desktop.domain.interviews import Note
from cxo_desktop.store import outbox
from cxo_desktop.store.outbox import next_outgoing, sent_again, waiting
from cxo_desktop.store.segments import Segments
from tests.store.sync_store import received, seal_own, take_in


def test_nothing_waits_at_first(store):
    assert (waiting(store.db), next_outgoing(store.db)) == (0, None)


def test_operations_keep_their_changes_together_and_wait_until_they_are_there(store):
    with store.records.operation("both"):
        store.records.add(Note(code="N-1", text="one"))
        store.records.add(Note(code="N-2", text="two"))
    assert waiting(store.db) == 2
    [operation] = seal_own(store).operations
    assert (operation.name, len(operation.changes)) == ("both", 2)
    assert operation.changes[0][3] == {"code": "N-1", "text": "one"}
    assert (waiting(store.db), next_outgoing(store.db)) == (2, None)
    [sealed] = Segments(store.db).unconfirmed()
    Segments(store.db).confirm(sealed.number)
    assert waiting(store.db) == 0


def test_what_came_in_is_not_sent_on(store):
    take_in(store, received("ravi", 1, (5, ("note", "N1", "", {"text": "theirs"}))))
    assert waiting(store.db) == 0


def test_a_segment_takes_so_much_and_no_more(store, monkeypatch):
    monkeypatch.setattr(outbox, "MOST_CHANGES", 2)
    store.records.add_all([Note(text=str(n)) for n in range(5)])
    sizes = []
    while outgoing := next_outgoing(store.db):
        sizes.append(len(outgoing.operations[0].changes))
        seal_own(store)
    assert sizes == [2, 2, 1]


def test_a_large_change_goes_alone(store, monkeypatch):
    monkeypatch.setattr(outbox, "_MOST_BYTES", 20)
    store.records.add_all([Note(code=f"{n}", text="x y z" * n) for n in (40, 50)])
    assert len(seal_own(store).operations[0].changes) == 1
    assert waiting(store.db) == 2
    assert len(next_outgoing(store.db).operations[0].changes) == 1


def test_erased_words_are_not_sent_again(store):
    note = store.records.add(Note(code="N-1", text="Sunita"))
    seal_own(store)
    with store.records.operation("forget person"):
        store.rows.forget("note", note.id, None)
    [held] = Segments(store.db).of("own")
    assert sent_again(store.db, held.number)[0].changes == ()
