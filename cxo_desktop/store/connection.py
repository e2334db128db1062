"""Connections to an encrypted file, and what SQLite's errors mean to a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from cxo_desktop.domain.errors import CxoError, Damaged, DiskFull, Locked, ReadOnly
from cxo_desktop.store.driver import Connection, Database, DatabaseError, connect
from cxo_desktop.store.keys import KEY_BYTES
from cxo_desktop.store.space import takes_no_more

connect(":memory:").execute("PRAGMA cipher_log_level=NONE")
PAGE = 16384  # notes of 2 KB waste half of 4096; benchmarks/store.py has the measures
_FIRST_PAGE = 4096  # of files that were made before
_BUSY_SECONDS = 5.0  # for reads and checkpoints; how long a writer waits: database.py
_BUSY, _LOCKED, _READ_ONLY, _IO_ERROR = 5, 6, 8, 10
_CORRUPT, _FULL, _CANNOT_OPEN, _NO_DATABASE = 11, 13, 14, 26
_WORDS = {
    "not a database": _NO_DATABASE,
    "malformed": _CORRUPT,
    "is full": _FULL,
    "I/O error": _IO_ERROR,
    "readonly": _READ_ONLY,
    "locked": _BUSY,
    "unable to open": _CANNOT_OPEN,
}


def connect_keyed(path: Path | None, key: bytes, mode: str = "", page: int = 0) -> Connection:
    """Return a connection to an encrypted file, or to memory for None; what is wrong shows later.

    ``mode`` is "" to read and write, "ro" to read beside writers, "immutable" to read a file
    that nobody changes, also where no file can be made beside it. ``page`` is the size of the
    pages of a new file, else it is as usual; a file that is there says itself.
    """
    if path is None:
        return connect(":memory:", isolation_level=None)
    if len(key) != KEY_BYTES:
        raise ValueError("an engagement's file is never written without its key")
    for size in (page or PAGE, _FIRST_PAGE):
        connection = _connection(path, key, mode, size)
        if _makes_sense(connection):
            return connection
        connection.close()
    return _connection(path, key, mode, page or PAGE)


def page_of(connection: Connection) -> int:
    """Return the size of the pages of an encrypted file; a copy of it needs the same."""
    return int(connection.execute("PRAGMA cipher_page_size").fetchone()[0])


def _makes_sense(connection: Connection) -> bool:
    """Tell whether the head of a file can be read by its key and the size of its pages."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except DatabaseError as error:
        return _code_of(error) not in {_CORRUPT, _NO_DATABASE}
    return True


def _connection(path: Path, key: bytes, mode: str, page: int) -> Connection:
    query = {"": "mode=rwc", "ro": "mode=ro", "immutable": "mode=ro&immutable=1"}[mode]
    connection = connect(
        f"{path.absolute().as_uri()}?{query}",
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        uri=True,
    )
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA cipher_page_size = {page}")
    return connection


@contextmanager
def without_waiting(connection: Connection) -> Iterator[None]:
    """Let the connection say at once that another process keeps the file busy."""
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA busy_timeout = {round(_BUSY_SECONDS * 1000)}")


def is_busy(error: DatabaseError) -> bool:
    """Tell whether an error means that another process keeps the file busy."""
    return _code_of(error) == _BUSY


class EngagementFile(Database):
    """An open file that is opened anew after an error from which its connection does not recover.

    After one failed read SQLCipher refuses everything that follows, though the disk may be well
    again; a new connection does not.
    """

    def __init__(self, opened: Callable[[], Connection]) -> None:
        super().__init__(opened(), strict=True, execute_plugins=False)
        self._opened = opened
        self._failed = False
        self._only_read = False

    def only_read(self) -> None:
        """Refuse to write from now on."""
        self._only_read = True
        self.conn.execute("PRAGMA query_only=ON")

    def mend(self) -> None:
        """Open the file anew if that may help; never within a transaction."""
        if self._failed and not self.conn.in_transaction:
            fresh = self._opened()
            self.conn.close()
            self.conn = fresh
            self._failed = not self._only_read and not _takes_writing(fresh)
            if self._only_read:
                self.only_read()

    def failed(self, error: DatabaseError) -> None:
        """Take note of an error."""
        lasting = {_IO_ERROR, _CORRUPT, _NO_DATABASE}
        self._failed |= _code_of(error) in lasting


def _takes_writing(connection: Connection) -> bool:
    """Tell whether a file can be written: while a disk fails, SQLite may open it to read only."""
    try:
        connection.execute("UPDATE meta SET value = value WHERE 0")
    except DatabaseError:
        return False
    return True


@contextmanager
def told(what: str, db: Database | None = None, folder: Path | None = None) -> Iterator[None]:
    """Let errors of SQLite inside become errors in words that begin with ``what``.

    With the ``db`` they come from, it is mended before the next use. With the ``folder`` that is
    written to, or that of the ``db``, a quota that is used up is told as a full disk.
    """
    file = db if isinstance(db, EngagementFile) else None
    try:
        if file:
            file.mend()
        yield
    except DatabaseError as error:
        if file:
            file.failed(error)
        words = disk_full(what) if _no_space(error, db, folder) else in_words(what, error)
        if words is None:
            raise
        raise words from error


def _no_space(error: DatabaseError, db: Database | None, folder: Path | None) -> bool:
    """Tell whether a disk that reported an error has no space: a quota comes as such an error."""
    if _code_of(error) != _IO_ERROR:
        return False
    if folder is None and db is not None:
        file = db.execute("PRAGMA database_list").fetchone()[2]
        folder = Path(file).parent if file else None
    return folder is not None and takes_no_more(folder)


def reading(db: Database) -> AbstractContextManager[None]:
    """Let errors of SQLite inside become errors in words, for whatever only reads."""
    return told("The engagement cannot be read.", db)


def rows_of(db: Database, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Return the rows of a query; errors of SQLite become errors in words."""
    with reading(db):
        return db.execute(sql, values).fetchall()


def in_words(what: str, error: DatabaseError) -> CxoError | None:
    """Return the error in words, or None for one that is a fault of this program."""
    code = _code_of(error)
    if code == _FULL:
        return disk_full(what)
    if code == _READ_ONLY:
        return ReadOnly(
            what,
            "The engagement is open for reading only.",
            "Give yourself permission to write to its folder, or copy the workspace elsewhere.",
        )
    if code in {_BUSY, _LOCKED, _CANNOT_OPEN}:
        return Locked(
            what,
            f"Another program is using its file, or its folder cannot be written ({error}).",
            "Close the other window and try again.",
        )
    if code == _IO_ERROR:
        return Damaged(
            what,
            f"The disk reported an error ({error}).",
            "What was saved before is still there; copy the workspace to another disk.",
        )
    if code in {_CORRUPT, _NO_DATABASE}:
        return Damaged(
            what,
            "Its file is damaged or is not an engagement.",
            "Run “cxo check” to see what is readable, or restore a backup.",
        )
    return None


def _code_of(error: DatabaseError) -> int:
    """Return SQLite's primary code; errors of a backup carry none but its words."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return int(code) & 0xFF
    words = str(error)
    return next((code for part, code in _WORDS.items() if part in words), 0)


def disk_full(what: str) -> DiskFull:
    """Return the error for a disk that takes no more."""
    return DiskFull(
        what,
        "The disk is full; what was saved before is still there.",
        "Free some space, then try again; removing notes frees none.",
    )
