"""A dossier brought up to date by the change log: of 10,000 notes only what was written is read."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.domain.records import Record
from cxo_desktop.store.connection import reading, rows_of
from cxo_desktop.store.driver import Database
from cxo_desktop.store.listing import of_ids

_MOST = 500


def newest_change(db: Database) -> int:
    """Return the number of the newest change, 0 for none."""
    return int(rows_of(db, "SELECT max(number) FROM change")[0][0] or 0)


def dossier_after(db: Database, before: Dossier, number: int) -> Dossier | None:
    """Return the dossier as it is now, from the one as it was after change ``number``.

    Records that were not written since are the same objects. None when that would be no quicker
    than reading everything, or something was written that is no record in a list.
    """
    found = rows_of(
        db,
        'SELECT DISTINCT "table", "row" FROM change WHERE number > ? LIMIT ?',
        [number, _MOST + 1],
    )
    written: dict[str, list[str]] = defaultdict(list)
    for table, row in found:
        written[table].append(row)
    if len(found) > _MOST or not written.keys() <= BY_TABLE.keys():
        return None
    records = dict(before.records)
    engagement = before.engagement
    with reading(db), db.atomic():
        for table, rows in written.items():
            cls = BY_TABLE[table].cls
            fresh = of_ids(db, cls, rows)
            if cls is Engagement:
                engagement = next((one for one in fresh if isinstance(one, Engagement)), engagement)
            else:
                records[cls] = _replaced(before.all(cls), set(rows), fresh)
    return Dossier(engagement=engagement, records=MappingProxyType(records), extra=before.extra)


def _replaced(
    old: tuple[Record, ...], written: set[str], fresh: tuple[Record, ...]
) -> tuple[Record, ...]:
    kept = (record for record in old if record.id not in written)
    return tuple(sorted((*kept, *fresh), key=lambda record: record.id))
