"""What differs is marked by line and word."""

from cxo_desktop.app.map_compare import compare_maps
from cxo_desktop.app.map_marks import marked
from cxo_desktop.app.maps import draw_map
from cxo_desktop.domain.drawing import Ink


def test_a_scenario_against_the_chain_is_marked_by_line_and_told_what_went(sample):
    dossier = sample.dossier()
    found = compare_maps(dossier, "chain", "S2")
    drawing = marked(draw_map(dossier, "S2"), found)
    inks = {arrow.code: arrow.ink for arrow in drawing.arrows}
    assert inks["F06b"] is Ink.OK
    assert Ink.WARN in inks.values()
    assert "Removed" in drawing.remarks[-1]
