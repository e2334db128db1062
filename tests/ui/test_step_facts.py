"""The facts behind a step and an arrow, and the notes that stand behind them."""

import pytest

from cxo_desktop.app.maps import map_card
from cxo_desktop.domain.interviews import Note
from cxo_desktop.ui.step_facts import step_facts


@pytest.fixture
def opened(sample):
    opened = sample.workspace.open()
    yield opened
    opened.close()


def test_a_step_tells_who_how_long_and_what_is_not_known(opened):
    note = opened.add(Note(text="I count twice", refs=("PM1/s8",)))
    opened.add(Note(text="other map", refs=("PM2/s8",)))
    dossier = opened.dossier()
    facts = step_facts(dossier, map_card(dossier, "PM1"), "s8")
    assert facts.title == "Count photos into Google Sheet"
    assert dict(facts.facts)["Done by"] == "Supervisor"
    assert dict(facts.facts)["Work"] == "150 min"
    assert "Reads" in facts.unknown
    assert [row.key for row in facts.notes] == [note.code]


def test_an_arrow_tells_its_ends_and_when_it_is_taken(opened):
    dossier = opened.dossier()
    facts = step_facts(dossier, map_card(dossier, "PM1"), "s4>s5")
    assert dict(facts.facts)["When"] == "yes, 35%"
    assert step_facts(dossier, map_card(dossier, "PM1"), "none") is None


def test_people_who_disagree_are_told(opened):
    opened.add(Note(text="takes 2 hours", person="P01", refs=("PM1/s8",)))
    opened.add(Note(text="takes 5 hours", person="P05", refs=("PM1/s8",)))
    dossier = opened.dossier()
    assert "disagree" in step_facts(dossier, map_card(dossier, "PM1"), "s8").remark


def test_a_folded_lane_tells_its_sums_and_of_how_many_steps(opened):
    dossier = opened.dossier()
    facts = step_facts(dossier, map_card(dossier, "PM1"), "lane/Supervisor")
    assert facts.title == "Supervisor"
    assert dict(facts.facts)["Work"] == "150 min"
    assert dict(facts.facts)["known of"] == "1 of 1 steps"
