"""Maps of other programs come in whole or not at all, and go out as they came."""

from dataclasses import replace
from pathlib import Path

import pytest

from cxo_desktop.app.history import undo
from cxo_desktop.app.map_files import export_map
from cxo_desktop.app.map_import import import_maps
from cxo_desktop.app.maps import draw_map, map_cards
from cxo_desktop.domain.datachain import DataNode
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.processes import ProcessMap, Step
from cxo_desktop.exchange.xml_tree import parse

FILES = {p.stem[:2]: p for p in Path(__file__).parents[1].glob("exchange/bpmn_files/*.bpmn")}


def told(path):
    root = parse(path.name, path.read_bytes())
    return [(e.name, tuple(e.attributes.items()), e.text().strip()) for e in root.walk()]


@pytest.mark.parametrize("number", ["10", "14", "16", "18", "21", "23", "24", "25", "26", "28"])
def test_bpmn_goes_out_as_it_came_in(empty, tmp_path, number):
    report = import_maps(empty, [FILES[number]])
    for one in report.maps:
        assert draw_map(empty.dossier(), one.code).boxes
        export_map(empty.dossier(), one.code, tmp_path / "out.bpmn")
        assert told(tmp_path / "out.bpmn") == told(FILES[number])


def test_an_edit_of_an_inner_map_is_in_the_whole_document(empty, tmp_path):
    outer, inner = import_maps(empty, [FILES["16"]]).maps
    step = next(s for s in empty.dossier().all(Step) if s.map == inner.code and s.code == "it")
    empty.put(replace(step, label="Add up"))
    export_map(empty.dossier(), outer.code, tmp_path / "out.bpmn")
    assert 'name="Add up"' in (tmp_path / "out.bpmn").read_text(encoding="utf-8")
    assert 'name="Month end"' in (tmp_path / "out.bpmn").read_text(encoding="utf-8")


def test_data_of_a_step_is_the_place_of_that_name(empty):
    kept = empty.add(DataNode(name="commcare"))
    (one,) = import_maps(empty, [FILES["21"]]).maps
    step = next(s for s in empty.dossier().all(Step) if s.map == one.code)
    assert step.writes == (kept.code,)
    assert [node.name for node in empty.dossier().all(DataNode)] == ["commcare", "Paper register"]


def test_all_files_or_none_and_one_step_to_undo(empty, tmp_path):
    bad = tmp_path / "bad.bpmn"
    bad.write_text('<!DOCTYPE a SYSTEM "x"><a/>', encoding="utf-8")
    with pytest.raises(InputRefused):
        import_maps(empty, [FILES["01"], bad])
    assert empty.dossier().all(ProcessMap) == ()
    import_maps(empty, [FILES["01"], FILES["10"]])
    assert len(empty.dossier().all(ProcessMap)) == 2
    undo(empty)
    assert empty.dossier().all(ProcessMap) == ()


@pytest.mark.parametrize("ending", [".dot", ".graphml"])
def test_graphs_come_back_as_process_maps(sample, tmp_path, ending):
    path = tmp_path / f"map{ending}"
    export_map(sample.dossier(), "PM1", path)
    (one,) = import_maps(sample, [path]).maps
    before = [s.label for s in sample.dossier().all(Step) if s.map == "PM1"]
    after = [s.label for s in sample.dossier().all(Step) if s.map == one.code]
    assert sorted(after) == sorted(before)
    assert one.lanes == sample.get(ProcessMap, "PM1").lanes
    assert one.code in {card.code for card in map_cards(sample.dossier())}


@pytest.mark.parametrize("content", [b"\x00\x01binary", b"", b"not { a graph", b"<a/>"])
def test_other_files_are_refused_and_nothing_is_written(empty, tmp_path, content):
    path = tmp_path / "file.bin"
    path.write_bytes(content)
    with pytest.raises(InputRefused, match=r"file\.bin"):
        import_maps(empty, [path])
    assert empty.dossier().all(ProcessMap) == ()


def test_a_missing_file_is_told(empty, tmp_path):
    with pytest.raises(InputRefused, match="cannot be read"):
        import_maps(empty, [tmp_path / "none.bpmn"])
