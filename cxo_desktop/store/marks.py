"""Marks on an engagement that belong to this laptop alone, such as that it is archived."""

from __future__ import annotations

from cxo_desktop.store.connection import rows_of
from cxo_desktop.store.database import write
from cxo_desktop.store.driver import Database

ARCHIVED = "archived"
_PREFIX = "mark:"


def marks(db: Database) -> frozenset[str]:
    """Return the marks that an engagement bears."""
    rows = rows_of(db, "SELECT key FROM meta WHERE key LIKE ?", [f"{_PREFIX}%"])
    return frozenset(row[0].removeprefix(_PREFIX) for row in rows)


def set_mark(db: Database, mark: str, *, present: bool) -> None:
    """Put a mark on an engagement, or take it off; it is not in the change log."""
    with write(db):
        if present:
            db.execute("INSERT OR IGNORE INTO meta (key, value) VALUES (?, '')", [_PREFIX + mark])
        else:
            db.execute("DELETE FROM meta WHERE key = ?", [_PREFIX + mark])
