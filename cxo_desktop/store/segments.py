"""The segments of a share that this laptop made or took in: the share is only their mirror."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cxo_desktop.store.connection import rows_of
from cxo_desktop.store.driver import Database

# One look into the index for each laptop; GROUP BY would go through all of its segments.
_HEADS = """
WITH RECURSIVE known (device) AS (
    SELECT min(device) FROM segment
    UNION ALL
    SELECT (SELECT min(device) FROM segment WHERE device > known.device) FROM known
    WHERE known.device IS NOT NULL
)
SELECT device, (SELECT max(seq) FROM segment WHERE segment.device = known.device) FROM known
WHERE device IS NOT NULL
"""
_COLUMNS = "number, device, seq, sha, prev, deps, own, confirmed, size, name"


@dataclass(frozen=True, slots=True)
class Held:
    """A segment as the store knows it.

    ``sha`` is of its whole file, ``prev`` of the one before (hex), ``deps`` the last segment of
    every other laptop that its author had taken in; ``name`` its file name on the share.
    ``confirmed`` tells that it was read back from there.
    """

    number: int
    device: str
    seq: int
    sha: str
    prev: str
    deps: Mapping[str, int]
    own: bool
    confirmed: bool
    size: int
    name: str


@dataclass(frozen=True, slots=True)
class NewSegment:
    """A segment to be kept; ``changes`` are the first and last number of its changes, or None.

    Without a ``name`` it stands for what was not understood of another when that came, and lies on
    no share.
    """

    device: str
    seq: int
    sha: str
    prev: str
    deps: Mapping[str, int]
    name: str
    content: bytes
    own: bool
    changes: tuple[int, int] | None


class Segments:
    """Read and keep segments; writing is to be done inside a transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(self, new: NewSegment) -> int:
        """Keep a segment and return its number; a peer's counts as confirmed."""
        first, last = new.changes or (None, None)
        deps = json.dumps(dict(new.deps), sort_keys=True)
        cursor = self._db.execute(
            "INSERT INTO segment (device, seq, sha, prev, deps, first, last, own, confirmed, "
            "size, name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                *(new.device, new.seq, new.sha, new.prev, deps, first, last, int(new.own)),
                *(int(not new.own), len(new.content), new.name),
            ],
        )
        number = int(cursor.lastrowid or 0)
        if new.name:
            self._db.execute("INSERT INTO segment_bytes VALUES (?, ?)", [number, new.content])
        return number

    def heads(self) -> dict[str, int]:
        """Return the last number of every laptop's segments that are here."""
        return dict(rows_of(self._db, _HEADS))

    def last_number(self, device: str) -> int:
        """Return the last number of a laptop's segments that are here, 0 for none."""
        found = rows_of(self._db, "SELECT max(seq) FROM segment WHERE device = ?", [device])
        return int(found[0][0] or 0)

    def shas(self, device: str, seq: int) -> frozenset[str]:
        """Return the hashes of a laptop's segments of one number: more than one for a fork."""
        rows = rows_of(
            self._db, "SELECT sha FROM segment WHERE device = ? AND seq = ?", [device, seq]
        )
        return frozenset(row[0] for row in rows)

    def of(self, device: str) -> tuple[Held, ...]:
        """Return the segments of a laptop, in their order."""
        return self._held("device = ? AND name <> '' ORDER BY seq, number", [device])

    def names_of(self, device: str) -> list[tuple[str, int, str]]:
        """Return name, number and hash of each segment of a laptop."""
        rows = rows_of(
            self._db,
            "SELECT name, seq, sha FROM segment WHERE device = ? AND name <> ''",
            [device],
        )
        return [(name, seq, sha) for name, seq, sha in rows]

    def unconfirmed(self) -> tuple[Held, ...]:
        """Return the own segments that are not known to lie on the share."""
        return self._held("NOT confirmed ORDER BY number", [])

    def last_of_each(self) -> dict[str, Held]:
        """Return the last segment of each laptop."""
        found = [
            self._held("device = ? AND seq = ? ORDER BY number", [device, seq])[0]
            for device, seq in self.heads().items()
        ]
        return {held.device: held for held in found}

    def content(self, number: int) -> bytes | None:
        """Return the bytes of a segment, or None where they were let go after an erasure."""
        rows = rows_of(self._db, "SELECT bytes FROM segment_bytes WHERE number = ?", [number])
        return bytes(rows[0][0]) if rows else None

    def confirm(self, number: int, *, confirmed: bool = True) -> None:
        """Note whether a segment lies on the share."""
        self._db.execute(
            "UPDATE segment SET confirmed = ? WHERE number = ?", [int(confirmed), number]
        )

    def replace(self, number: int, name: str, content: bytes, *, confirmed: bool) -> None:
        """Keep other bytes for a segment, whose words were erased; the old ones are gone."""
        self._db.execute(
            "UPDATE segment SET name = ?, size = ?, confirmed = ? WHERE number = ?",
            [name, len(content), int(confirmed), number],
        )
        self._db.execute("REPLACE INTO segment_bytes VALUES (?, ?)", [number, content])

    def with_erased_words(self, device: str) -> tuple[Held, ...]:
        """Return the segments of a laptop whose files still hold words that were erased."""
        if not rows_of(self._db, "SELECT 1 FROM change WHERE erased LIMIT 1"):
            return ()
        erased = "SELECT 1 FROM change WHERE erased AND number BETWEEN first AND last"
        return self._held(
            f"device = ? AND name NOT LIKE '%.pack' AND EXISTS ({erased})",
            [device],
        )

    def sealed_up_to(self) -> int:
        """Return the number of the last change that belongs to any segment."""
        found = rows_of(
            self._db, "SELECT last FROM segment WHERE first > 0 ORDER BY first DESC LIMIT 1"
        )
        return int(found[0][0]) if found else 0

    def _held(self, condition: str, values: list[object]) -> tuple[Held, ...]:
        rows = rows_of(
            self._db,
            f"SELECT {_COLUMNS} FROM segment WHERE {condition}",  # noqa: S608 - fixed words
            values,
        )
        return tuple(
            Held(number, device, seq, sha, prev, json.loads(deps), bool(own), bool(there), *rest)
            for number, device, seq, sha, prev, deps, own, there, *rest in rows
        )


def holding(db: Database, rows: Iterable[str]) -> int:
    """Return how many segments hold a change to any of these rows."""
    found = rows_of(
        db,
        "SELECT count(DISTINCT segment.number) FROM json_each(?) wanted "
        'JOIN change ON change."row" = wanted.value '
        "JOIN segment ON change.number BETWEEN segment.first AND segment.last",
        [json.dumps(list(rows))],
    )
    return int(found[0][0])


def let_go_of_erased(db: Database) -> None:
    """Let go of colleagues' files that hold words which were erased since; theirs to renew."""
    db.execute(
        "DELETE FROM segment_bytes WHERE number IN (SELECT number FROM segment "
        "WHERE NOT own AND name NOT LIKE '%.pack' AND EXISTS (SELECT 1 FROM change "
        "WHERE erased AND change.number BETWEEN first AND last))"
    )
