"""Links name fields and tables that there are."""

from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.domain.links import LINKS, link_of
from cxo_desktop.domain.plain import specs


def test_every_link_is_of_a_field_to_a_kind_with_codes():
    for table, fields in LINKS.items():
        names = {spec.name for spec in specs(BY_TABLE[table].cls)}
        assert set(fields) <= names, table
        assert all(BY_TABLE[to].coded for to in fields.values()), table


def test_what_is_no_link():
    assert link_of("note", "text") == ""
    assert link_of("brief", "version") == ""
    assert link_of("note", "interview") == "interview"
