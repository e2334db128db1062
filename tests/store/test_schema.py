"""The tables hold every field of every entity, strictly."""

import pytest

from cxo_desktop.domain.entities import ENTITIES
from cxo_desktop.store.columns import columns
from cxo_desktop.store.database import open_database


@pytest.fixture
def db():
    database = open_database(None)
    yield database
    database.close()


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: entity.table)
def test_a_table_has_the_columns_of_its_class(db, entity):
    rows = db.execute(f"PRAGMA table_info('{entity.table}')").fetchall()
    assert {row[1]: row[2] for row in rows} == columns(entity.cls)


def test_every_table_is_strict(db):
    loose = db.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 "
        "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_fts%' "
        "AND name NOT LIKE '\\_sqlite%' ESCAPE '\\'"
    ).fetchall()
    assert loose == []
