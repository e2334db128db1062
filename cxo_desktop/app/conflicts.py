"""What two laptops changed at once: shown with all its versions, and settled by a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.domain.changes import Cell
from cxo_desktop.domain.clock import seconds_of
from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.merge import ROW, Side
from cxo_desktop.domain.plain import specs
from cxo_desktop.i18n import _
from cxo_desktop.store import conflicts as kept
from cxo_desktop.store.database import write
from cxo_desktop.sync.local import LocalSpace


class Keep(StrEnum):
    """How a person settles a conflict: with their own version, the other's, or both in one."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a conflict: what it says, on which laptop, when by that laptop's clock."""

    value: Cell
    by: str
    mine: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that was changed on two laptops at once; ``field`` is "" for a removed record.

    ``versions`` begin with the one that shows; ``merged`` when the record holds the edits of all;
    ``free`` when it is a text in which several can stand; ``now`` what the record holds.
    """

    number: int
    table: str
    code: str
    field: str
    merged: bool
    versions: tuple[Version, ...]
    free: bool = False
    now: Cell = None


def conflicts(engagement: OpenEngagement) -> tuple[Conflict, ...]:
    """Return what is contested, the oldest first."""
    local = LocalSpace(engagement.store)
    called = {dev: local.name_of(one) for dev, one in local.roster().members.items()}
    return tuple(
        Conflict(
            one.number,
            one.table,
            _code(engagement, one),
            one.contested.field,
            one.contested.merged,
            tuple(
                _version(side, called, local.device)
                for side in (one.contested.shown, *one.contested.others)
            ),
            _is_free(one),
            _now(engagement, one),
        )
        for one in kept.conflicts(engagement.store.db)
    )


def resolve(engagement: OpenEngagement, number: int, keep: Keep) -> None:
    """Settle a conflict; that is itself a change, which all laptops take over.

    Raises NotFound; InputRefused when both cannot be kept in one.
    """
    found = [one for one in kept.conflicts(engagement.store.db) if one.number == number]
    if not found:
        raise NotFound(
            _("Nothing was settled."),
            _("There is no conflict {number}.").format(number=number),
            _("“cxo conflicts list” shows those that are open."),
        )
    one = found[0]
    rows, field = engagement.store.rows, one.contested.field
    with write(engagement.store.db), rows.operation("settle conflict"):
        if field == ROW:
            _settle_row(engagement, one, keep)
        else:
            rows.set_field(one.table, one.row, field, _chosen(engagement, one, keep))
        engagement.store.search.refresh(one.table, one.row)
    engagement.tell(one.table)


def _settle_row(engagement: OpenEngagement, one: kept.Conflict, keep: Keep) -> None:
    """Keep a record that was removed elsewhere, or remove it here as well."""
    mine = LocalSpace(engagement.store).device
    removed_here = any(side.device == mine for side in one.contested.others)
    rows = engagement.store.rows
    if keep is (Keep.MINE if removed_here else Keep.THEIRS):
        rows.set(one.table, one.row, None)
        return
    code = (rows.get(one.table, one.row) or {}).get("code")
    rows.set_field(one.table, one.row, "code", code)


def _chosen(engagement: OpenEngagement, one: kept.Conflict, keep: Keep) -> Cell:
    mine = LocalSpace(engagement.store).device
    sides = (one.contested.shown, *one.contested.others)
    now = _now(engagement, one)
    if keep is Keep.SHOWN or (keep is Keep.BOTH and one.contested.merged):
        return now
    if keep is Keep.BOTH:
        return _both(one, sides)
    fitting = [side for side in sides if (side.device == mine) is (keep is Keep.MINE)]
    return fitting[0].value if fitting else sides[0].value


def _both(one: kept.Conflict, sides: Sequence[Side]) -> Cell:
    texts = [side.value for side in sides if side.value is not None]
    if not _is_free(one) or not all(isinstance(text, str) for text in texts):
        raise InputRefused(
            _("Nothing was settled."),
            _("This field holds one value, so both cannot be kept in it."),
            _("Keep mine or theirs; the other one stays in the history of the record."),
        )
    return " / ".join(str(text) for text in texts)


def _now(engagement: OpenEngagement, one: kept.Conflict) -> Cell:
    return (engagement.store.rows.get(one.table, one.row) or {}).get(one.contested.field)


def _is_free(one: kept.Conflict) -> bool:
    return one.table in BY_TABLE and any(
        spec.name == one.contested.field and spec.types == (str,)
        for spec in specs(BY_TABLE[one.table].cls)
    )


def _version(side: Side, called: dict[str, str], mine: str) -> Version:
    at = datetime.fromtimestamp(seconds_of(side.instant), UTC)
    return Version(side.value, called.get(side.device, side.device), side.device == mine, at)


def _code(engagement: OpenEngagement, one: kept.Conflict) -> str:
    cells = engagement.store.rows.get(one.table, one.row) or {}
    return str(cells.get("code") or one.row)
