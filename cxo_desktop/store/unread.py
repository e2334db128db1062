"""What segments said that was not understood when they came: kept until it is."""

from __future__ import annotations

import json
from dataclasses import dataclass

from cxo_desktop.store.connection import rows_of
from cxo_desktop.store.driver import Database
from cxo_desktop.store.segments import NewSegment


@dataclass(frozen=True, slots=True)
class Unread:
    """An operation as it came, and what stands for its segment once it can be read."""

    number: int
    body: str
    segment: NewSegment


def unread(db: Database) -> list[Unread]:
    """Return what was not understood, in the order in which it came."""
    rows = rows_of(
        db,
        "SELECT p.number, p.body, s.device, s.seq, s.sha, s.prev, s.deps FROM pending_op p "
        "JOIN segment s ON s.number = p.segment ORDER BY p.number",
    )
    return [
        Unread(
            number,
            body,
            NewSegment(
                device=device,
                seq=seq,
                sha=f"{sha}+{number}",
                prev=prev,
                deps=json.loads(deps),
                name="",
                content=b"",
                own=False,
                changes=None,
            ),
        )
        for number, body, device, seq, sha, prev, deps in rows
    ]


def forget_unread(db: Database, number: int) -> None:
    """Let go of something that is understood now; to be called inside a transaction."""
    db.execute("DELETE FROM pending_op WHERE number = ?", [number])
