"""A question laid over a map: what answers it stands out, what is unknown is dashed."""

import pytest

from cxo_desktop.app.map_overlays import Overlay, lay_over, overlay_word, overlays_of
from cxo_desktop.app.maps import draw_map, map_card
from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.drawing import Ink
from cxo_desktop.domain.interviews import Note


def over(opened, code, overlay):
    dossier = opened.dossier()
    return lay_over(dossier, map_card(dossier, code), draw_map(dossier, code), overlay)


@pytest.mark.parametrize("code", ["chain", "PM1", "S2"])
def test_every_question_keeps_the_map_and_says_what_it_marks(sample, code):
    dossier = sample.dossier()
    plain = draw_map(dossier, code)
    for overlay in overlays_of(map_card(dossier, code)):
        drawn = over(sample, code, overlay)
        assert [box.code for box in drawn.boxes] == [box.code for box in plain.boxes]
        assert [arrow.points for arrow in drawn.arrows] == [arrow.points for arrow in plain.arrows]
        assert drawn.legend
        assert overlay_word(overlay)


def test_typed_again_is_graver_than_by_hand(sample):
    inks = {arrow.code: arrow for arrow in over(sample, "chain", Overlay.MANUAL).arrows}
    flows = sample.dossier().all(DataFlow)
    typed = [flow.code for flow in flows if flow.method == "re_entry"]
    assert {inks[code].ink for code in typed} == {Ink.BAD}
    automatic = [flow.code for flow in flows if flow.method == "digital_capture"]
    assert {inks[code].ink for code in automatic} == {Ink.BORDER_STRONG}
    legend = [entry.text for entry in over(sample, "chain", Overlay.MANUAL).legend]
    assert f"typed again: {len(typed)}" in legend


def test_what_nobody_knows_is_dashed(sample):
    flow = sample.dossier().all(DataFlow)[0]
    sample.add(DataFlow(code="FX", source=flow.source, target=flow.target))
    arrow = next(a for a in over(sample, "chain", Overlay.DISPUTES).arrows if a.code == "FX")
    assert arrow.dash


def test_evidence_grows_with_the_levels_heard(sample):
    def stroke():
        boxes = over(sample, "PM1", Overlay.EVIDENCE).boxes
        return next(box.stroke for box in boxes if box.code == "s8")

    assert stroke() is Ink.BAD
    sample.add(Note(text="x", person="P01", refs=("PM1/s8",)))
    assert stroke() is Ink.WARN
