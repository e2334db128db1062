"""Operations of a kind that an older version of this program did not know, once it is known."""

from __future__ import annotations

from cxo_desktop.store.database import write
from cxo_desktop.store.incoming import Received, Row
from cxo_desktop.store.unread import forget_unread, unread
from cxo_desktop.sync import operations
from cxo_desktop.sync.local import LocalSpace
from cxo_desktop.sync.sealing import seal_all


def take_in_unread(local: LocalSpace, *, seals: bool) -> dict[str, set[Row]]:
    """Take in what was kept unread and can be read now; return the rows, by laptop.

    It is logged under the segment it came with, as if it had been understood then. What was
    written here since is sealed before, where this laptop ``seals``: deps say what was seen.
    """
    db = local.store.db
    readable = [
        (one, read)
        for one in unread(db)
        if (read := operations.from_content(f"[{one.body}]".encode()).operations)
    ]
    if not readable:
        return {}
    with write(db):
        if seals:
            seal_all(local)
        taken = local.store.incoming.take_in(
            [Received(one.segment, read) for one, read in readable]
        )
        for one, _read in readable:
            forget_unread(db, one.number)
    return taken.rows
