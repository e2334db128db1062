"""Which fields are sets, which are texts."""

import pytest

from cxo_desktop.domain.field_kinds import FieldKind, kind_of


@pytest.mark.parametrize(
    ("table", "field", "kind"),
    [
        ("note", "themes", FieldKind.SET),
        ("interview", "participants", FieldKind.SET),
        ("consent", "scopes", FieldKind.SET),
        ("note", "text", FieldKind.TEXT),
        ("note", "visit", FieldKind.ONE),
        ("engagement", "settings", FieldKind.MAP),
        ("process_map", "unheard_of", FieldKind.ONE),
        ("unheard_of", "text", FieldKind.ONE),
    ],
)
def test_each_field_has_its_kind(table, field, kind):
    assert kind_of(table, field) is kind
