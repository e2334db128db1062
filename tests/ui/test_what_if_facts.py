"""A scenario is told in figures as they are and as they would be."""

from cxo_desktop.app.map_compare import compare_maps
from cxo_desktop.app.maps import map_card
from cxo_desktop.ui.what_if_facts import measure_word, what_if_facts


def test_days_and_hours_stand_beside_each_other(sample):
    opened = sample.workspace.open()
    dossier = opened.dossier()
    facts = dict(what_if_facts(dossier, map_card(dossier, "S2")).facts)
    opened.close()
    assert facts["Days, typical"] == "25.8 → 2.2"
    assert "Hours a month" in facts
    assert facts["On the map"].endswith("gone")


def test_every_measure_has_a_word(sample):
    opened = sample.workspace.open()
    for pair in (("chain", "S1"), ("PM1", "PM2")):
        figures = compare_maps(opened.dossier(), *pair).figures
        assert all(measure_word(one.name) for one in figures)
    opened.close()
