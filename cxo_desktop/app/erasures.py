"""Who was told to forget what was erased: which laptops have confirmed that it is gone there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.sharing import shared
from cxo_desktop.domain.changes import ERASE
from cxo_desktop.domain.clock import seconds_of
from cxo_desktop.store.connection import rows_of
from cxo_desktop.sync.local import LocalSpace
from cxo_desktop.sync.roster import Member

_ERASURES = (
    "SELECT DISTINCT o.instant, s.device, s.seq FROM change c "
    "JOIN operation o ON o.number = c.operation JOIN segment s ON c.number BETWEEN s.first AND "
    "s.last WHERE c.field = ? ORDER BY o.instant"
)


@dataclass(frozen=True, slots=True)
class Erasure:
    """One erasure: when, by which laptop, and where it is known to have arrived or not yet."""

    at: datetime
    by: str
    confirmed: tuple[str, ...]
    waiting: tuple[str, ...]


def erasures(engagement: OpenEngagement) -> tuple[Erasure, ...]:
    """Return what was erased and sent, the oldest first. Raises NotFound when nothing is shared.

    A laptop that was removed is among those waited for: nobody can tell what it still has.
    """
    local = shared(engagement)
    members = [one for one in local.roster().members.values() if one.name_box]
    names = {one.dev: local.name_of(one) for one in members}
    found = []
    for instant, device, seq in rows_of(engagement.store.db, _ERASURES, [ERASE]):
        there = {one.dev: _has(local, one, device, seq) for one in members}
        found.append(
            Erasure(
                datetime.fromtimestamp(seconds_of(instant), UTC),
                names.get(device, device),
                tuple(sorted(names[dev] for dev, confirmed in there.items() if confirmed)),
                tuple(sorted(names[dev] for dev, confirmed in there.items() if not confirmed)),
            )
        )
    return tuple(found)


def _has(local: LocalSpace, member: Member, device: str, seq: int) -> bool:
    """Tell whether a laptop is known to have taken a segment in."""
    if member.dev in {local.device, device}:
        return True
    last = local.segments.last_of_each().get(member.dev)
    return last is not None and last.deps.get(device, 0) >= seq
