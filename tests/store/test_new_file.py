"""A new file is as one that went through every step."""

from cxo_desktop.store.database import open_database
from cxo_desktop.store.driver import Database
from cxo_desktop.store.schema import migrations


def contents(db):
    """Everything there is in a file, but when it was made."""
    schema = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2")
    found = {"": schema.fetchall()}
    for kind, table, *_rest in found[""]:
        if kind == "table" and not table.startswith("sqlite_"):
            rows = [tuple(row.values()) for row in db.table(table).rows]
            found[table] = [row[:3] if table == "_sqlite_migrations" else row for row in rows]
    return found


def test_a_new_file_is_as_its_past_would_have_left_it(tmp_path):
    stepped = Database(memory=True, strict=True, execute_plugins=False)
    migrations.apply(stepped)
    new = open_database(tmp_path / "engagement.db", bytes(32))
    assert contents(new) == contents(stepped)
    assert new.execute("PRAGMA freelist_count").fetchone()[0] == 0
    new.close()
    stepped.close()
