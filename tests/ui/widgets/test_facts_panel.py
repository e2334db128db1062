"""The panel shows what is known, names what is not, and lists the notes behind it."""

import pytest
from PySide6.QtWidgets import QLabel

from cxo_desktop.ui.shown import Facts, ListRow
from cxo_desktop.ui.widgets.facts_panel import FactsPanel

FACTS = Facts(
    title="Google Sheet",
    icon="database",
    facts=(("Kind", "Spreadsheet"), ("Arrives", "2 flows")),
    unknown=("Kept by",),
    notes=(ListRow("N1", "Counts disagree"),),
    remark="",
)


@pytest.fixture
def panel(app, qtbot):
    panel = FactsPanel()
    qtbot.addWidget(panel)
    panel.resize(272, 600)
    panel.show()
    return panel


def said(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_facts_unknowns_and_notes(panel):
    panel.show_facts(FACTS)
    assert panel.title == "Google Sheet"
    assert panel.facts == FACTS.facts
    assert "Not known yet: Kept by." in said(panel)
    assert "1 note" in said(panel)
    assert panel.notes.keys == ["N1"]


def test_with_nothing_chosen_it_says_how_to_choose(panel):
    panel.show_facts(FACTS)
    panel.show_facts(None)
    assert next(text for text in said(panel) if text).startswith("Choose a node or flow")
    assert not panel.notes.isVisible()


def test_new_facts_take_the_place_of_the_old(panel, qtbot):
    panel.show_facts(FACTS)
    other = Facts("Paper", "file-text", (("Kind", "Paper"),), (), (), "Numbers disputed.")
    panel.show_facts(other)
    qtbot.waitUntil(lambda: "Spreadsheet" not in said(panel))
    assert "Numbers disputed." in said(panel)
    assert not any(text.startswith("Not known yet") for text in said(panel))
