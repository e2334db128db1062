"""What this laptop knows of its share beside segments: keys, files to mirror, what was refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxo_desktop.store.connection import rows_of
from cxo_desktop.store.driver import Database


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A file on the share that was not taken: its name, its size, why, since when (ISO, UTC)."""

    name: str
    size: int
    reason: str
    detail: str
    first_seen: str


class ShareState:
    """Read and write it; writing is to be done inside a transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, key: str) -> str:
        """Return what is kept under a key, or ""."""
        rows = rows_of(self._db, "SELECT value FROM share WHERE key = ?", [key])
        return str(rows[0][0]) if rows else ""

    def put(self, key: str, value: str) -> None:
        """Keep something under a key."""
        self._db.execute("REPLACE INTO share (key, value) VALUES (?, ?)", [key, value])

    def all(self, prefix: str) -> dict[str, str]:
        """Return what is kept under keys that begin so."""
        rows = rows_of(
            self._db,
            "SELECT key, value FROM share WHERE substr(key, 1, ?) = ?",
            [len(prefix), prefix],
        )
        return dict(rows)

    def drop(self, key: str) -> None:
        """Keep nothing under a key any more."""
        self._db.execute("DELETE FROM share WHERE key = ?", [key])

    def files(self, prefix: str) -> dict[str, bytes]:
        """Return the files of the share below a prefix, in the order in which they were kept."""
        rows = rows_of(
            self._db,
            "SELECT name, bytes FROM share_file WHERE substr(name, 1, ?) = ? ORDER BY rowid",
            [len(prefix), prefix],
        )
        return {name: bytes(content) for name, content in rows}

    def names(self, prefix: str) -> frozenset[str]:
        """Return the names of the files below a prefix."""
        rows = rows_of(
            self._db,
            "SELECT name FROM share_file WHERE substr(name, 1, ?) = ?",
            [len(prefix), prefix],
        )
        return frozenset(row[0] for row in rows)

    def keep_file(self, name: str, content: bytes) -> None:
        """Keep a file of the share, to mirror it again when it is lost there."""
        self._db.execute("INSERT OR IGNORE INTO share_file VALUES (?, ?)", [name, content])

    def quarantine(self) -> tuple[Quarantined, ...]:
        """Return what was not taken, the oldest first."""
        rows = rows_of(
            self._db, "SELECT name, size, reason, detail, first_seen FROM quarantine ORDER BY rowid"
        )
        return tuple(Quarantined(*row) for row in rows)

    def set_quarantine(self, found: Iterable[Quarantined]) -> None:
        """Let exactly these files be in quarantine; those known keep when they were first seen."""
        known = {one.name: one for one in self.quarantine()}
        wanted = {one.name: one for one in found}
        for name in known.keys() - wanted.keys():
            self._db.execute("DELETE FROM quarantine WHERE name = ?", [name])
        for name, one in wanted.items():
            old = known.get(name)
            if old is None or (old.size, old.reason, old.detail) != (
                *(one.size, one.reason, one.detail),
            ):
                since = old.first_seen if old else one.first_seen
                self._db.execute(
                    "REPLACE INTO quarantine VALUES (?, ?, ?, ?, ?)",
                    [name, one.size, one.reason, one.detail, since],
                )
