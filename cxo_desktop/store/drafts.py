"""What is being typed, one row an interview, outside of the change log and of every search."""

from __future__ import annotations

from cxo_desktop.domain.drafts import Draft
from cxo_desktop.store.connection import rows_of
from cxo_desktop.store.database import write
from cxo_desktop.store.driver import Database


def save_draft(db: Database, draft: Draft) -> None:
    """Keep a draft in place of the one before; an empty one is not kept."""
    with write(db):
        if not draft.text:
            db.execute("DELETE FROM draft WHERE interview = ?", [draft.interview])
            return
        db.execute(
            "INSERT INTO draft (interview, text, caret, started_at) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (interview) DO UPDATE SET text = excluded.text, caret = excluded.caret",
            [draft.interview, draft.text, draft.caret, draft.started_at],
        )


def drafts(db: Database) -> tuple[Draft, ...]:
    """Return every draft, the one begun first at the front."""
    rows = rows_of(db, "SELECT interview, text, caret, started_at FROM draft ORDER BY started_at")
    return tuple(Draft(*row) for row in rows)
