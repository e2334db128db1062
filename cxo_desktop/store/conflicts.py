"""Fields that were changed on two laptops at once, until somebody who saw both settles them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from cxo_desktop.domain.merge import ROW, Contested, Side
from cxo_desktop.store.connection import rows_of
from cxo_desktop.store.driver import Database


@dataclass(frozen=True, slots=True)
class Conflict:
    """One contested field of one row, under a number by which a person names it."""

    number: int
    table: str
    row: str
    contested: Contested


def conflicts(db: Database) -> tuple[Conflict, ...]:
    """Return what is contested, in the order in which it came in."""
    rows = rows_of(
        db, 'SELECT number, "table", "row", field, sides, merged FROM conflict ORDER BY number'
    )
    return tuple(
        Conflict(number, table, row, _contested(field, json.loads(sides), merged=bool(merged)))
        for number, table, row, field, sides, merged in rows
    )


def keep_contested(db: Database, table: str, row: str, found: Iterable[Contested]) -> None:
    """Let exactly these fields of a row be contested."""
    wanted = {one.field: one for one in found}
    known = rows_of(db, 'SELECT field FROM conflict WHERE "table" = ? AND "row" = ?', [table, row])
    for (field,) in known:
        if field not in wanted:
            settle(db, row, field, table=table)
    for field, one in wanted.items():
        sides = json.dumps([asdict(side) for side in (one.shown, *one.others)], ensure_ascii=False)
        db.execute(
            'INSERT INTO conflict ("table", "row", field, sides, merged) VALUES (?, ?, ?, ?, ?) '
            'ON CONFLICT ("table", "row", field) DO UPDATE SET sides = excluded.sides, '
            "merged = excluded.merged",
            [table, row, field, sides, int(one.merged)],
        )


def settle(db: Database, row: str, field: str, *, table: str = "") -> None:
    """Take a field out of what is contested; any change to a row settles whether it is there.

    A change to the row as a whole settles all of it.
    """
    condition, values = '"row" = ?', [row]
    if field.isidentifier():
        condition += " AND field IN (?, ?)"
        values += [field, ROW]
    elif table:
        condition += " AND field = ?"
        values.append(field)
    if table:
        condition += ' AND "table" = ?'
        values.append(table)
    db.execute(f"DELETE FROM conflict WHERE {condition}", values)  # noqa: S608 - fixed words


def _contested(field: str, sides: list[dict[str, object]], *, merged: bool) -> Contested:
    shown, *others = [Side(**side) for side in sides]  # type: ignore[arg-type]
    return Contested(field, shown, tuple(others), merged=merged)
