"""Every entity can be reached as plain fields."""

import pytest

from cxo_desktop.app import history
from cxo_desktop.app.lines import keep_line, line_of
from cxo_desktop.app.records import (
    add_record,
    plain_record,
    plain_records,
    remove_record,
    set_fields,
)
from cxo_desktop.domain.entities import ENTITIES
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.interviews import Consent, Note
from cxo_desktop.domain.line_grammar import parse_line


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: entity.table)
def test_every_kind_can_be_listed(sample, entity):
    rows = plain_records(sample, entity.table)
    assert len(rows) == len(sample.dossier().all(entity.cls)) or entity.table == "engagement"


def test_fields_have_the_names_of_the_exchange_format(sample):
    flow = plain_record(sample, "data_flow", "F01")
    assert (flow["from"], flow["to"], flow["staff_hours_per_month"]) == ("D01", "D02", 925)
    assert flow["per_visit"] is True


def test_a_record_is_added_changed_and_removed(empty):
    code = add_record(empty, "tool", {"name": "Google Sheets", "cash_per_year_inr": "0"})["id"]
    assert plain_record(empty, "tool", code)["cash_per_year_inr"] == 0
    changed = set_fields(empty, "tool", code, {"cash_per_year_inr": "", "users": "12"})
    assert changed == {"id": code, "name": "Google Sheets", "users": 12}
    remove_record(empty, "tool", code)
    assert plain_records(empty, "tool") == []


def test_a_record_without_a_code_is_named_by_its_row(empty):
    row = add_record(empty, "person_skill", {"person": "P1", "skill": "SQL", "level": "2"})["row"]
    set_fields(empty, "person_skill", row, {"level": "3"})
    assert plain_record(empty, "person_skill", row)["level"] == 3


def test_lists_dates_and_words_that_look_like_numbers(empty):
    row = add_record(
        empty,
        "person",
        {"role": "2024", "languages": '["hi", "mr"]', "leaving_on": "2027-01-31"},
    )
    assert row["role"] == "2024"
    assert row["languages"] == ["hi", "mr"]
    assert row["leaving_on"] == "2027-01-31"


def test_what_a_field_cannot_hold_is_refused_and_nothing_changes(empty):
    code = add_record(empty, "tool", {"name": "Paper"})["id"]
    with pytest.raises(InputRefused, match="in_use"):
        set_fields(empty, "tool", code, {"status": "broken"})
    with pytest.raises(InputRefused, match="no such field"):
        set_fields(empty, "tool", code, {"colour": "red"})
    assert plain_record(empty, "tool", code) == {"id": code, "name": "Paper"}


def test_a_code_that_is_taken_is_refused(empty):
    add_record(empty, "tool", {"id": "TL1", "name": "Paper"})
    with pytest.raises(InputRefused, match="taken"):
        add_record(empty, "tool", {"id": "TL1", "name": "Excel"})


def test_what_is_not_there_cannot_be_shown_or_changed(empty):
    with pytest.raises(NotFound, match="T9"):
        plain_record(empty, "tool", "T9")
    with pytest.raises(NotFound):
        set_fields(empty, "tool", "T9", {"name": "x"})


def test_what_cannot_be_taken_is_refused_with_what_to_do_here(empty):
    code = add_record(empty, "tool", {"name": "Paper"})["id"]
    with pytest.raises(InputRefused) as refused:
        set_fields(empty, "tool", code, {"users": "many"})
    assert refused.value.remedy == "Correct the value; nothing was changed."
    assert "users" not in plain_record(empty, "tool", code)


def test_a_refusal_is_no_matter_of_one_field(sample):
    row = sample.find(Consent)[0].id
    with pytest.raises(InputRefused):
        set_fields(sample, "consent", row, {"state": "refused"})


def typed(engagement, raw):
    note = keep_line(engagement, interview="I07", line=raw, person="P09")
    return note.code


@pytest.mark.parametrize(
    ("field", "value", "raw"),
    [
        ("text", "counted once", "! counted once"),
        ("kind", "ask", "* counted twice"),
        ("off_record", "true", "!% counted twice"),
        ("raw_text", "? who counts", "? who counts"),
    ],
)
def test_a_note_and_its_line_say_the_same(sample, field, value, raw):
    code = typed(sample, "! counted twice")
    changed = set_fields(sample, "note", code, {field: value})
    assert changed["raw_text"] == raw
    note = sample.get(Note, code)
    assert line_of(note) == parse_line(raw)
    assert (note.text, note.kind) == (parse_line(raw).text, parse_line(raw).kind)


def test_one_undo_takes_a_changed_note_back(sample):
    code = typed(sample, "! counted twice")
    before = sample.get(Note, code)
    set_fields(sample, "note", code, {"text": "other words"})
    history.undo(sample)
    assert sample.get(Note, code) == before


def test_a_refusal_is_not_added_either(sample):
    with pytest.raises(InputRefused, match="refusal"):
        add_record(sample, "consent", {"person": "P01", "interview": "I01", "state": "refused"})
    assert not sample.find(Consent, state="refused")
