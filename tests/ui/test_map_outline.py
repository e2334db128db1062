"""The outline holds every node, flow and note of a map, and says which words can be changed."""

import pytest

from cxo_desktop import assets
from cxo_desktop.app.maps import draw_map, map_card
from cxo_desktop.domain.interviews import Note
from cxo_desktop.exchange.engagement_json import read_dossier
from cxo_desktop.ui.map_outline import NOTE, outline


@pytest.mark.parametrize(
    ("code", "part", "ref"),
    [("chain", "F03", "F03"), ("PM1", "s2>s3", "PM1/s2>s3"), ("S2", "", "")],
)
def test_everything_drawn_is_there_once_with_its_notes(code, part, ref):
    dossier = read_dossier(
        assets.resource("samples/nandini.json").read_text(encoding="utf-8")
    ).dossier
    dossier = dossier.with_records(Note, [Note(code="N1", text="Slow", refs=(ref,))])
    drawing = draw_map(dossier, code)
    labels = {box.code: box.code for box in drawing.boxes}
    rows = outline(dossier, map_card(dossier, code), drawing, labels)
    inner = [below for row in rows for below in row.below]
    keys = [row.row.key for row in (*rows, *inner)]
    parts = {it.code for it in drawing.boxes} | {it.code for it in drawing.arrows}
    assert sorted(keys) == sorted(parts)
    notes = {row.row.key: [it.row.key for it in row.below] for row in inner if row.below}
    assert notes == ({part: [f"{NOTE}N1:{part}"]} if part else {})
    assert all((row.edited is None) == (code == "S2") for row in rows)
