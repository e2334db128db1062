"""Rows give back the records they were made from, to the last empty field."""

from datetime import date

import pytest

from cxo_desktop.domain.datachain import DataFlow, Scenario
from cxo_desktop.domain.engagement import Engagement, Settings
from cxo_desktop.domain.entities import ENTITIES
from cxo_desktop.domain.findings import ProcessGate, Recommendation
from cxo_desktop.domain.interviews import Consent, Note
from cxo_desktop.domain.plain import from_plain
from cxo_desktop.store.columns import columns, from_row, to_row

RECORDS = [
    Note(id="1", code="N1", text="दो बार लिखते हैं", themes=("DUP", "LAT"), verbatim=False),
    Engagement(id="1", code="E", settings=Settings(attribution_k=4), data_team=("P1",)),
    Engagement(id="1", code="E", as_of=date(2026, 10, 30), manual_methods=("re_entry",)),
    Recommendation(id="1", code="R1", process_gate=ProcessGate(who="heads"), one_off_inr=0),
    Scenario(id="1", code="S1", change={"F1": {"method": None}}, add=(DataFlow(code="F9"),)),
    from_plain(Consent, {"given_at": "", "scopes": [], "method": "", "новое": {"a": [1, None]}}),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_row_gives_back_its_record(record):
    assert from_row(type(record), to_row(record)) == record


def test_whole_and_broken_numbers_stay_what_they_are():
    flow = DataFlow(id="1", staff_hours_per_month=925, handling_typical_hours=1.0)
    back = from_row(DataFlow, to_row(flow))
    assert isinstance(back.staff_hours_per_month, int)
    assert isinstance(back.handling_typical_hours, float)


def test_what_is_not_known_is_no_zero_in_the_row():
    row = to_row(DataFlow(id="1"))
    assert {name for name, cell in row.items() if cell is not None} == {"id"}


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: entity.table)
def test_every_field_of_every_entity_has_a_column(entity):
    assert set(columns(entity.cls).values()) <= {"TEXT", "INTEGER", "ANY"}
    assert {"id", "code", "given", "extra"} < set(columns(entity.cls))
