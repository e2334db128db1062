"""What came in lately, as counts of records by kind and from whom; and when the share was seen."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cxo_desktop.store.database import write
from cxo_desktop.sync.local import LocalSpace

KEPT = 30
_ARRIVED, _SEEN = "arrived", "seen"
_SEEN_AGAIN = timedelta(hours=1)
Row = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Arrival:
    """When something of one laptop came in, and how many records of each table."""

    at: datetime
    device: str
    records: Mapping[str, int]


def arrivals(local: LocalSpace) -> tuple[Arrival, ...]:
    """Return what came in lately, the newest first."""
    kept = json.loads(local.state.get(_ARRIVED) or "[]")
    return tuple(
        Arrival(datetime.fromisoformat(at), device, records) for at, device, records in kept
    )


def counted(rows: Iterable[Row]) -> dict[str, int]:
    """Return how many rows there are of each table, by its name."""
    return dict(sorted(Counter(table for table, _row in rows).items()))


def note_exchange(
    local: LocalSpace, rows: Mapping[str, Iterable[Row]], now: datetime | None = None
) -> None:
    """Keep when the share was seen, and what came in, by laptop.

    That nothing new was there is written once an hour only: each write makes an open window ask
    for all its records again.
    """
    now = now or datetime.now(UTC)
    fresh = [(device, counts) for device, some in rows.items() if (counts := counted(some))]
    seen = last_seen(local)
    if not fresh and seen is not None and timedelta() <= now - seen < _SEEN_AGAIN:
        return
    at = now.isoformat(timespec="seconds")
    older = json.loads(local.state.get(_ARRIVED) or "[]")
    together = [*([at, device, counts] for device, counts in fresh), *older]
    with write(local.store.db):
        local.state.put(_SEEN, at)
        local.state.put(_ARRIVED, json.dumps(together[:KEPT]))


def last_seen(local: LocalSpace) -> datetime | None:
    """Return when an exchange with the share went through last, to the hour; None for never."""
    kept = local.state.get(_SEEN)
    return datetime.fromisoformat(kept) if kept else None
