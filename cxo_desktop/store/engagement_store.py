"""One engagement on disk, put together: database, change log, rows, records, history."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.store.changelog import ChangeLog
from cxo_desktop.store.database import open_database
from cxo_desktop.store.driver import Database
from cxo_desktop.store.history import History
from cxo_desktop.store.repository import Repository
from cxo_desktop.store.rows import Rows


@dataclass(frozen=True, slots=True)
class EngagementStore:
    """The parts of an open engagement; all share one connection."""

    db: Database
    log: ChangeLog
    records: Repository
    history: History

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()


def open_store(path: Path | None, key: bytes, *, device: str, ids: IdFactory) -> EngagementStore:
    """Open the engagement in a file (or memory, for None) for changes made on ``device``.

    Raises Damaged or Locked as open_database does.
    """
    db = open_database(path, key)
    log = ChangeLog(db, device)
    rows = Rows(db, log)
    return EngagementStore(db, log, Repository(db, ids, rows), History(db, log, rows))
