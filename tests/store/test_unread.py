"""What is not understood is kept as it came, with the segment it belongs to."""

from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.store.database import write
from cxo_desktop.store.engagement_store import open_store
from cxo_desktop.store.segments import NewSegment, Segments
from cxo_desktop.store.unread import forget_unread, unread


def test_it_stays_until_it_is_let_go():
    store = open_store(None, b"", device="a", ids=IdFactory())
    with write(store.db):
        number = Segments(store.db).keep(
            NewSegment("dev", 3, "sha", "prev", {"a": 1}, "seg/x", b"x", own=False, changes=None)
        )
        store.db.execute("INSERT INTO pending_op (segment, body) VALUES (?, '[9]')", [number])
    [one] = unread(store.db)
    assert (one.body, one.segment.device, one.segment.seq) == ("[9]", "dev", 3)
    assert (one.segment.name, one.segment.deps) == ("", {"a": 1})
    with write(store.db):
        forget_unread(store.db, one.number)
    assert unread(store.db) == []
    store.close()
