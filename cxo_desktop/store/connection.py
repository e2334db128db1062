"""Connections to an encrypted file, and what SQLite's errors mean to a person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cxo_desktop.domain.errors import CxoError, Damaged, DiskFull, Locked, ReadOnly
from cxo_desktop.store.driver import Connection, DatabaseError, connect
from cxo_desktop.store.keys import KEY_BYTES

connect(":memory:").execute("PRAGMA cipher_log_level=NONE")
_BUSY_SECONDS = 5.0
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


def connect_keyed(path: Path | None, key: bytes, mode: str = "") -> Connection:
    """Return a connection to an encrypted file, or to memory for None; nothing is read yet.

    ``mode`` is "" to read and write, "ro" to read beside writers, "immutable" to read a file
    that nobody changes, also where no file can be made beside it.
    """
    if path is None:
        return connect(":memory:", isolation_level=None)
    if len(key) != KEY_BYTES:
        raise ValueError("an engagement's file is never written without its key")
    query = {"": "mode=rwc", "ro": "mode=ro", "immutable": "mode=ro&immutable=1"}[mode]
    connection = connect(
        f"{path.absolute().as_uri()}?{query}",
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        uri=True,
    )
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


@contextmanager
def told(what: str) -> Iterator[None]:
    """Let errors of SQLite inside become errors in words that begin with ``what``."""
    try:
        yield
    except DatabaseError as error:
        words = in_words(what, error)
        if words is None:
            raise
        raise words from error


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
