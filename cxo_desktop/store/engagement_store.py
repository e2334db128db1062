"""One engagement on disk, put together: database, change log, rows, records, history, search."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from cxo_desktop import __version__
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.i18n import _
from cxo_desktop.store.blobs import Blobs
from cxo_desktop.store.changelog import ChangeLog
from cxo_desktop.store.connection import rows_of, told
from cxo_desktop.store.database import is_newer, open_database, write
from cxo_desktop.store.driver import Database
from cxo_desktop.store.history import History
from cxo_desktop.store.incoming import Incoming
from cxo_desktop.store.repository import Repository
from cxo_desktop.store.rows import Rows
from cxo_desktop.store.search import SearchIndex
from cxo_desktop.store.share_state import ShareState
from cxo_desktop.store.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class EngagementStore:
    """The parts of an open engagement; all share one connection.

    ``path`` and ``key`` are of its file (None and nothing in memory). ``read_only`` says in words
    why nothing can be written, and is "" when it can.
    """

    db: Database
    log: ChangeLog
    rows: Rows
    records: Repository
    history: History
    search: SearchIndex
    path: Path | None
    key: bytes = field(repr=False)
    read_only: str = ""

    @property
    def place(self) -> tuple[Path, bytes]:
        """Return where the file lies and its key. Raises ValueError for a store in memory."""
        if self.path is None:
            raise ValueError("a store in memory lies nowhere")
        return self.path, self.key

    @property
    def blobs(self) -> Blobs:
        """Return the contents of the attachments, which lie beside the file."""
        path, key = self.place
        naming = bytes.fromhex(ShareState(self.db).get("blobs"))
        return Blobs(path.parent / "attachments", key, naming)

    @property
    def incoming(self) -> Incoming:
        """Return what takes in the changes of colleagues."""
        return Incoming(self.db, self.log, self.search)

    def written_at(self) -> datetime:
        """Return when something was written last, here or by another process."""
        path, _key = self.place
        log = path.with_name(f"{path.name}-wal")
        files = [file for file in (path, log) if file.is_file()]
        return datetime.fromtimestamp(max(file.stat().st_mtime for file in files), UTC)

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()


def open_store(
    path: Path | None, key: bytes, *, device: str, ids: IdFactory, read_only: str = ""
) -> EngagementStore:
    """Open the engagement in a file (or memory, for None) for changes made on ``device``.

    ``read_only`` says why it is to be opened for reading only; a file of a newer version is in
    any case. Raises Damaged or Locked as open_database does.
    """
    db = open_database(path, key, read_only=bool(read_only))
    try:
        with told("The engagement cannot be opened.", db):
            return _put_together(db, path, key, device, ids, read_only)
    except BaseException:
        db.close()
        raise


def _put_together(  # noqa: PLR0913, PLR0917 - what open_store was given
    db: Database, path: Path | None, key: bytes, device: str, ids: IdFactory, read_only: str
) -> EngagementStore:
    if not read_only and is_newer(db):
        read_only = _(
            "A newer version of this program wrote this engagement, so it can only be read here. "
            "Install the newer version to change it."
        )
    log = ChangeLog(db, device)
    search = SearchIndex(db)
    if not read_only:
        search.bring_up_to_date()
    rows = Rows(db, log, search)
    records = Repository(db, ids, rows, Snapshot(db))
    history = History(db, log, rows)
    store = EngagementStore(db, log, rows, records, history, search, path, key, read_only)
    if not read_only:
        _show_what_waited(store)
    return store


def _show_what_waited(store: EngagementStore) -> None:
    """Show rows of colleagues that the version before this one could not show."""
    by = "SELECT value FROM meta WHERE key = 'shown_by'"
    if rows_of(store.db, by) == [(__version__,)]:
        return
    with write(store.db):
        store.incoming.replay_pending()
        store.db.execute("REPLACE INTO meta (key, value) VALUES ('shown_by', ?)", [__version__])
