"""Nothing of the model is out of reach."""

from cxo_desktop.domain.entities import ENTITIES
from cxo_desktop.domain.plain import specs
from cxo_desktop.domain.record_query import parse_query
from cxo_desktop.ui.records_views import actions_view, all_records, costs_view


def test_all_kinds_are_there():
    assert set(all_records().kinds) == {entity.table for entity in ENTITIES}


def test_ready_searches_name_fields_that_there_are():
    tables = {entity.table: entity.cls for entity in ENTITIES}
    for view in (actions_view(), costs_view()):
        assert set(view.kinds) <= set(tables)
        fields = [spec.name for spec in specs(tables[view.kinds[0]])]
        for preset in view.presets:
            typed = preset.typed.format(today="2026-01-01")
            assert all(one.field for one in parse_query(typed, fields).conditions)
