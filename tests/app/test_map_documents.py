"""A map keeps the document it came from; others get one of their own."""

from pathlib import Path

from cxo_desktop.app.map_documents import bpmn_text, document_of
from cxo_desktop.app.map_import import import_maps
from cxo_desktop.app.maps import draw_map, map_card

FILES = Path(__file__).parents[1] / "exchange" / "bpmn_files"


def test_all_maps_of_a_file_know_its_document(empty):
    maps = import_maps(empty, [FILES / "18-nested-sub-processes.bpmn"]).maps
    found = [document_of(empty.dossier(), one.code) for one in maps]
    assert {source for source, _scopes in found} == {found[0][0]}
    assert {number: card.code for number, card in found[0][1].items()} == {
        number: one.code for number, one in enumerate(maps)
    }


def test_a_map_of_ours_has_none_and_gets_one(sample):
    dossier = sample.dossier()
    assert document_of(dossier, "PM1") is None
    text = bpmn_text(dossier, map_card(dossier, "PM1"), draw_map(dossier, "PM1"))
    assert "bpmndi:BPMNShape" in text
    assert 'name="Field worker"' in text
