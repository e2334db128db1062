"""Maps are written by the ending of the file."""

from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest

from cxo_desktop.app.map_files import ENDINGS, MapLook, export_map
from cxo_desktop.app.map_import import import_maps
from cxo_desktop.app.map_overlays import Overlay
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.processes import ProcessMap, Step, Transition

SECRETS = ("kulkarni", "meera", "98765", "wildfire", "\u0938\u0941\u0928\u0940\u0924\u093e")
BPMN = """<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:v="urn:vendor"
 xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" id="d" targetNamespace="urn:meera">
 <process id="Process_Meera" name="How Meera works">
  <documentation>Ask Meera Kulkarni, 98765 43210</documentation>
  <extensionElements><v:boss v:who="Kulkarni"><v:Meera/></v:boss></extensionElements>
  <laneSet id="ls"><lane id="Lane_Kulkarni" name="Meera Kulkarni">
   <flowNodeRef>Task_Meera</flowNodeRef></lane></laneSet>
  <!-- Meera drew this -->
  <task id="Task_Meera" name="Sunita tells&#10;Meera"/><task id="t2" name="Merge"/>
  <sequenceFlow id="f" sourceRef="Task_Meera" targetRef="t2" name="if Meera agrees"/>
  <textAnnotation id="a"><text>Kulkarni said so</text></textAnnotation>
 </process>
 <di:BPMNDiagram id="g"><di:BPMNPlane id="p" bpmnElement="Process_Meera"/></di:BPMNDiagram>
</definitions>"""


def words_of(path):
    """Return every word that a reader of the file could find, in small letters."""
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(path)
        pages = [page.get_textpage().get_text_range() for page in document]
        return " ".join((*pages, str(document.get_metadata_dict()))).casefold()
    return path.read_bytes().decode("utf-8", "replace").casefold()


@pytest.fixture
def named(empty, tmp_path):
    """A process and a chain that are full of people, and notes that must stay."""
    empty.add(Person(code="P1", role="Data analyst"))
    empty.add(PersonName(person="P1", full_name="Meera Kulkarni", phone="98765 43210"))
    empty.add(PersonName(person="P1", full_name="Sunita", aliases=(SECRETS[4],)))
    secret = empty.add(Note(text="Wildfire list", off_record=True))
    pair = [empty.add(DataNode(name=it)) for it in ("Meera's sheet", "Report for Kulkarni")]
    hidden = empty.add(DataNode(name="Wildfire", noted_in=secret.code))
    for target in (pair[1], hidden):
        noted = secret.code if target is hidden else None
        empty.add(DataFlow(source=pair[0].code, target=target.code, gate="Meera", noted_in=noted))
    empty.add(Note(text=f"{SECRETS[4]} says wildfire", person="P1", refs=(pair[0].code,)))
    own = empty.add(ProcessMap(name="Meera's way", lanes=("Meera", "Kulkarni", "Office")))
    steps = [
        empty.add(Step(map=own.code, code=code, label=label, lane=lane))
        for code, label, lane in (
            *(("s1", f"Meera asks {SECRETS[4]}", "Meera"), ("s2", "Add up", "Kulkarni")),
            ("Step_Meera", "Send to 98765 43210", "Office"),
        )
    ]
    for one, other in pairwise(steps):
        move = Transition(map=own.code, source=one.code, target=other.code)
        empty.add(replace(move, condition="if Meera says so"))
    (tmp_path / "in.bpmn").write_text(BPMN, encoding="utf-8")
    (imported,) = import_maps(empty, [tmp_path / "in.bpmn"]).maps
    return empty, {"chain": "chain", "own": own.code, "imported": imported.code}


@pytest.mark.parametrize("which", ["chain", "own", "imported"])
def test_no_person_leaves_in_any_form(named, tmp_path, which):
    opened, codes = named
    for ending in ENDINGS:
        path = tmp_path / f"map{ending}"
        written = export_map(opened.dossier(), codes[which], path)
        words = words_of(path)
        assert not [secret for secret in SECRETS if secret in words], ending
        if ending not in {".png", ".pdf"}:
            assert "data analyst" in words.replace("#32;", " "), ending
        assert any("people became roles" in line for line in written.stayed)


def test_what_stays_here_is_said(named, tmp_path):
    opened, codes = named
    look = MapLook(overlay=Overlay.EVIDENCE)
    written = export_map(opened.dossier(), codes["chain"], tmp_path / "map.svg", look)
    assert written.stayed[:2] == (
        "1 note behind the map stays here: no consent, confidential or off the record.",
        "2 parts of the map stay here: only such notes speak of them.",
    )
    assert [len(written.drawing.boxes), len(written.drawing.arrows)] == [2, 1]
    assert not any(box.badges for box in written.drawing.boxes)


def test_an_imported_document_without_names_keeps_its_references(named, tmp_path):
    opened, codes = named
    export_map(opened.dossier(), codes["imported"], tmp_path / "out.bpmn")
    (again,) = import_maps(opened, [tmp_path / "out.bpmn"]).maps
    steps = {it.label: it for it in opened.dossier().all(Step) if it.map == again.code}
    assert steps["Merge"].lane != next(it for it in steps if it != "Merge")
    moves = [it for it in opened.dossier().all(Transition) if it.map == again.code]
    assert [(it.source, it.target) for it in moves] == [
        (next(it.code for label, it in steps.items() if label != "Merge"), steps["Merge"].code)
    ]


def test_another_ending_is_refused(sample, tmp_path):
    with pytest.raises(InputRefused, match=r"\.svg"):
        export_map(sample.dossier(), "S2", tmp_path / "map.doc")
    assert not (tmp_path / "map.doc").exists()


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("code", ["chain", "S2", "PM1"])
def test_every_map_goes_out_in_every_form(sample, tmp_path, code, ending):
    path = tmp_path / f"map{ending}"
    export_map(sample.dossier(), code, path)
    content = path.read_bytes()
    assert len(content) > 500
    if ending not in {".png", ".pdf"}:
        assert "CommCare" in content.decode()
