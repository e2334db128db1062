"""Beside a map: all it shows as a list, and what each node and flow rests on."""

import pytest

from cxo_desktop import assets
from cxo_desktop.app.maps import draw_map
from cxo_desktop.domain.datachain import DataFlow, DataNode, Discrepancy
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person
from cxo_desktop.exchange.engagement_json import read_dossier
from cxo_desktop.ui.map_facts import facts_of, outline_rows, size_words


@pytest.fixture(scope="module")
def dossier():
    text = assets.resource("samples/nandini.json").read_text(encoding="utf-8")
    return read_dossier(text).dossier


def test_the_outline_names_both_ends_of_each_flow(dossier):
    rows = {row.key: row for row in outline_rows(draw_map(dossier, "chain"))}
    assert rows["F03"].title == "Paper register to CommCare case"
    assert rows["F03"].strong
    assert not rows["F14"].strong
    assert rows["D02"].title == "Paper register"


def test_how_large_a_map_is(dossier):
    assert size_words(draw_map(dossier, "chain")) == "14 nodes, 17 flows"


def test_a_node(dossier):
    facts = facts_of(dossier, "D07")
    assert dict(facts.facts)["Tool"] == "Excel merge workbook"
    assert dict(facts.facts)["Arrives"] == "3 flows"
    assert facts.unknown == ()


def test_a_flow_with_its_disputes(dossier):
    facts = facts_of(dossier, "F07")
    told = dict(facts.facts)
    assert told["How"] == "copied by hand"
    assert told["Handling"] == "168 h"
    assert told["Records"] == "18,500 a month"
    assert facts.remark.startswith("Numbers disputed last quarter: 5. In the log:")
    assert "State" in facts.unknown


def test_notes_that_point_at_it_come_before_those_that_name_its_tool(dossier):
    pointing = Note(code="NX", text="by hand", person="P05", refs=("F06",))
    more = dossier.with_records(Note, (*dossier.all(Note), pointing))
    notes = facts_of(more, "F06").notes
    assert notes[0].key == "NX"
    assert notes[0].below == "M&E lead · NX"
    assert len(notes) > 1


def test_what_is_not_known_is_named_and_never_shown_as_zero():
    dossier = Dossier(
        engagement=Engagement(),
        records={
            DataNode: (DataNode(code="D1", name="A sheet"),),
            DataFlow: (DataFlow(code="F1", source="D1", target="D2"),),
            Discrepancy: (Discrepancy(code="X", flow="F1"),),
            Person: (),
        },
    )
    facts = facts_of(dossier, "F1")
    assert [name for name, _value in facts.facts] == ["From", "To"]
    assert {"Staff time", "Records", "Handling", "Personal data"} <= set(facts.unknown)
    assert facts.remark == "Numbers disputed last quarter: unknown. In the log: 1."
    assert facts_of(dossier, "nothing") is None
