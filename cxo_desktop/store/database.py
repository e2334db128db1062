"""Open an engagement's file so that what is committed stays committed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cxo_desktop.domain.errors import Damaged, Locked
from cxo_desktop.store.driver import (
    Connection,
    Database,
    DatabaseError,
    OperationalError,
    connect,
)
from cxo_desktop.store.keys import KEY_BYTES
from cxo_desktop.store.schema import migrations

connect(":memory:").execute("PRAGMA cipher_log_level=NONE")
_BUSY_SECONDS = 5.0
_SYNCHRONOUS_FULL = 2


def open_database(path: Path | None, key: bytes = b"") -> Database:
    """Open the file, encrypted with ``key``, or memory for None, with its schema up to date.

    Every commit is flushed to the disk before it returns: WAL with ``synchronous=FULL``, set on
    each connection and read back. Raises Damaged when the file is no database or was written by
    a newer version, Locked when another process keeps it busy.
    """
    if path is not None and len(key) != KEY_BYTES:
        raise ValueError("an engagement's file is never written without its key")
    connection = connect(str(path or ":memory:"), timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        if path is not None:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        _prepare(connection, in_memory=path is None)
        db = Database(connection, strict=True, execute_plugins=False)
        _refuse_newer(db)
        migrations.apply(db)
    except OperationalError as error:
        connection.close()
        raise Locked(
            "The engagement cannot be opened.",
            f"Another program is using its file, or its folder cannot be written ({error}).",
            "Close the other window and try again.",
        ) from error
    except DatabaseError as error:
        connection.close()
        raise Damaged(
            "The engagement cannot be opened.",
            "Its file is damaged or is not an engagement.",
            "Restore a backup; nothing was changed.",
        ) from error
    except BaseException:
        connection.close()
        raise
    return db


def _prepare(connection: Connection, *, in_memory: bool) -> None:
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")
    connection.execute("PRAGMA temp_store=MEMORY")
    connection.execute("PRAGMA secure_delete=ON")
    mode = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
    connection.execute("PRAGMA synchronous=FULL")
    level = connection.execute("PRAGMA synchronous").fetchone()[0]
    if level != _SYNCHRONOUS_FULL or (mode != "wal" and not in_memory):
        raise OperationalError("write-ahead log refused")


def _refuse_newer(db: Database) -> None:
    known = {step.name for step in migrations.pending(Database(memory=True))}
    unknown = [step.name for step in migrations.applied(db) if step.name not in known]
    if unknown:
        raise Damaged(
            "The engagement cannot be opened.",
            "Its file was written by a newer version of this program.",
            "Install the newer version; nothing was changed.",
        )


@contextmanager
def write(db: Database) -> Iterator[None]:
    """Write in one transaction: all of it or, when anything goes wrong, nothing."""
    if db.conn.in_transaction:
        with db.atomic():
            yield
        return
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.conn.execute("COMMIT")
    except BaseException:
        db.conn.rollback()
        raise
