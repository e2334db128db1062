"""Every field of every kind comes back from its form as it was."""

import json
from dataclasses import replace

import pytest

from cxo_desktop.domain.entities import ENTITIES
from cxo_desktop.domain.plain import decode, encode, specs
from cxo_desktop.domain.tools import Tool
from cxo_desktop.ui.record_rows import shape_of
from cxo_desktop.ui.widgets.record_form import RecordForm, given_text, text_of


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: entity.table)
def test_what_a_field_shows_is_what_it_keeps(sample, entity):
    engagement = sample.workspace.open("ENG-001")
    try:
        for record in engagement.find(entity.cls)[:20]:
            for spec in specs(entity.cls):
                value = getattr(record, spec.name)
                shape = shape_of(entity.table, spec)
                text = given_text(shape, text_of(entity.table, spec, value).strip(), spec)
                plain = encode(value)
                if shape == "parts" and value is not None:
                    kept = decode(spec, json.loads(text or "{}"), "")
                    assert replace(kept, given=value.given) == value
                    continue
                if plain in (None, "", []):
                    assert text == ""
                elif isinstance(plain, str):
                    assert text == plain.strip()
                else:
                    assert json.loads(text) == plain, spec.name
    finally:
        engagement.close()


def test_a_form_has_a_named_field_for_each_field(app, qtbot):
    form = RecordForm()
    qtbot.addWidget(form)
    form.show_record(None, "tool", Tool(code="T1", name="Paper"))
    assert list(form.fields) == [spec.key for spec in specs(Tool)]
    assert all(field.accessibleName() for field in form.fields.values())
    told = []
    form.changed.connect(lambda *change: told.append(change))
    form.fields["name"].setText("Sheets")
    form.fields["name"].setModified(True)
    form.fields["name"].editingFinished.emit()
    assert told == [("name", "Sheets")]
    form.set_writable(writable=False)
    assert not form.fields["name"].isEnabled()
