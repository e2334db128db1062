"""Segments of a colleague, made by hand, for tests of the store alone."""

from cxo_desktop.store.database import write
from cxo_desktop.store.incoming import Received
from cxo_desktop.store.outbox import SentOperation
from cxo_desktop.store.segments import NewSegment


def received(device, seq, *operations, deps=None, unread=()):
    """Return a segment; each operation is (instant, change, …), a change as it travels."""
    sent = tuple(SentOperation(instant, "change", changes) for instant, *changes in operations)
    sent = tuple(SentOperation(one.instant, one.name, tuple(one.changes)) for one in sent)
    name = f"seg/{device}/{seq}"
    segment = NewSegment(
        device, seq, f"{device}{seq}", f"{device}{seq - 1}", deps or {}, name, b"x", False, None
    )
    return Received(segment, sent, tuple(unread))


def take_in(store, *segments):
    with write(store.db):
        return store.incoming.take_in(segments)


def seal_own(store, device="own"):
    """Let what waits be a segment of this laptop."""
    from cxo_desktop.store.outbox import next_outgoing
    from cxo_desktop.store.segments import Segments
    from cxo_desktop.store.share_state import ShareState

    segments = Segments(store.db)
    with write(store.db):
        ShareState(store.db).put("device", device)
        outgoing = next_outgoing(store.db)
        heads = segments.heads()
        seq = heads.pop(device, 0) + 1
        segments.keep(
            NewSegment(
                device, seq, f"{device}{seq}", "", heads, f"seg/{device}/{seq}", b"mine", True,
                outgoing.changes,
            )
        )  # fmt: skip
    return outgoing
