"""Give a new file the schema of today at once, as all steps of its past would have left it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from cxo_desktop.store.driver import Database
from cxo_desktop.store.schema import migrations

_MADE = (
    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search_fts\\_%' "
    "ESCAPE '\\' ORDER BY type = 'trigger', type = 'index', rowid"
)
_SETTINGS = "SELECT k, v FROM search_fts_config WHERE k <> 'version'"

Work = tuple[str, Sequence[Sequence[Any]]]


def make_schema(db: Database) -> None:
    """Make every table, index and trigger in a file that has none."""
    with db.atomic():
        for statement, rows in _works():
            db.conn.executemany(statement, rows)


@cache
def _works() -> tuple[Work, ...]:
    """Return the statements that make what the steps leave behind, each with its rows of values."""
    model = Database(memory=True, strict=True, execute_plugins=False)
    migrations.apply(model)
    steps = model.execute("SELECT * FROM _sqlite_migrations").fetchall()
    works: list[Work] = [(sql, [()]) for (sql,) in model.execute(_MADE).fetchall()]
    works.append(
        (
            "INSERT INTO search_fts (search_fts, rank) VALUES (?, ?)",
            model.execute(_SETTINGS).fetchall(),
        )
    )
    places = ", ".join("?" * len(steps[0]))
    works.append((f"INSERT INTO _sqlite_migrations VALUES ({places})", steps))  # noqa: S608 - fixed names
    model.close()
    return tuple(works)
