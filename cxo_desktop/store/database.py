"""Open an engagement's file so that what is committed stays committed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from cxo_desktop.domain.errors import DiskFull
from cxo_desktop.store.backup import make_backup
from cxo_desktop.store.connection import (
    EngagementFile,
    connect_keyed,
    is_busy,
    told,
    without_waiting,
)
from cxo_desktop.store.driver import Connection, Database, DatabaseError, OperationalError
from cxo_desktop.store.new_file import make_schema
from cxo_desktop.store.schema import migrations
from cxo_desktop.store.search_filters import register
from cxo_desktop.store.space import release_ballast

_SYNCHRONOUS_FULL = 2
_PATIENCE = 10.0  # seconds
_LOOK_EVERY = 0.002
_LOG_PAGES = 256  # 4 MB, then they are put into the file


def open_database(path: Path | None, key: bytes = b"", *, read_only: bool = False) -> Database:
    """Open the file, encrypted with ``key``, or memory for None, with its schema up to date.

    Every commit is flushed to the disk before it returns: WAL with ``synchronous=FULL``, set on
    each connection and read back. A file that a newer version wrote, or any with ``read_only``,
    can be read and not written. Raises Damaged when the file is no database, Locked when another
    process keeps it busy.
    """
    with told("The engagement cannot be opened."):
        db = EngagementFile(lambda: _connect(path, key, read_only=read_only))
        try:
            if read_only or is_newer(db):
                db.only_read()
            else:
                _upgrade(db, path, key)
        except BaseException:
            db.close()
            raise
    return db


def _upgrade(db: Database, path: Path | None, key: bytes) -> None:
    """Bring the schema up to date; what is there already is kept as a backup before."""
    if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        make_schema(db)
    elif migrations.pending(db):
        if path is not None:
            make_backup(path, key, datetime.now(UTC))
        migrations.apply(db)
        db.execute("VACUUM")  # steps that make tables anew leave the pages of the old ones behind


def is_newer(db: Database) -> bool:
    """Tell whether the file was written by a newer version of this program."""
    return any(step.name not in _known_steps() for step in migrations.applied(db))


@cache
def _known_steps() -> frozenset[str]:
    nothing = Database(memory=True, execute_plugins=False)
    return frozenset(step.name for step in migrations.pending(nothing))


@contextmanager
def write(db: Database) -> Iterator[None]:
    """Write in one transaction: all of it or, when anything goes wrong, nothing.

    Raises DiskFull, ReadOnly, Locked or Damaged when the file does not take it; on a full disk
    the reserve beside the file is given up, so that the next attempt has space.
    """
    if db.conn.in_transaction:
        with db.atomic():
            yield
        return
    try:
        with told("The change was not saved.", db):
            yield from _transaction(db)
    except DiskFull:
        _release(db)
        raise


def _transaction(db: Database) -> Iterator[None]:
    _begin(db)
    try:
        yield
        db.conn.execute("COMMIT")
    except BaseException:
        db.conn.rollback()
        raise


def _begin(db: Database) -> None:
    """Begin to write as soon as no other process does.

    SQLite alone waits for up to a tenth of a second between two looks and never gets its turn
    beside a process that writes without a pause.
    """
    until = time.monotonic() + _PATIENCE
    with without_waiting(db.conn):
        while True:
            try:
                db.conn.execute("BEGIN IMMEDIATE")
            except OperationalError as error:
                if not is_busy(error) or time.monotonic() > until:
                    raise
                time.sleep(_LOOK_EVERY)
            else:
                return


def _release(db: Database) -> None:
    file = db.execute("PRAGMA database_list").fetchone()[2]
    if file:
        release_ballast(Path(file))


def _connect(path: Path | None, key: bytes, *, read_only: bool) -> Connection:
    if not read_only:
        return _prepared(connect_keyed(path, key), wal=path is not None)
    try:
        return _prepared(connect_keyed(path, key, "ro"), wal=False)
    except DatabaseError:
        if path is None or _unmerged(path):
            raise
        return _prepared(connect_keyed(path, key, "immutable"), wal=False)


def _unmerged(path: Path) -> bool:
    """Tell whether commits lie beside the file that only a writer can read."""
    log = path.with_name(f"{path.name}-wal")
    return log.is_file() and log.stat().st_size > 0


def _prepared(connection: Connection, *, wal: bool) -> Connection:
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA cell_size_check=ON")
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute("PRAGMA secure_delete=ON")
        register(connection)
        _flush_every_commit(connection, wal=wal)
    except BaseException:
        connection.close()
        raise
    return connection


def _flush_every_commit(connection: Connection, *, wal: bool) -> None:
    mode = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0] if wal else ""
    connection.execute(f"PRAGMA wal_autocheckpoint={_LOG_PAGES}").fetchone()
    connection.execute("PRAGMA fullfsync=ON")
    connection.execute("PRAGMA checkpoint_fullfsync=ON")
    connection.execute("PRAGMA synchronous=FULL")
    level = connection.execute("PRAGMA synchronous").fetchone()[0]
    if level != _SYNCHRONOUS_FULL or (wal and mode != "wal"):
        raise OperationalError("write-ahead log refused")
