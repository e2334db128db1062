"""The maps of an engagement are listed, drawn and written."""

import pytest

from cxo_desktop.app.maps import CHAIN, draw_map, map_cards
from cxo_desktop.domain.datachain import DataFlow, DataNode, Scenario
from cxo_desktop.domain.drawing import Orientation
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.errors import Cancelled, NotFound
from cxo_desktop.domain.interviews import Note


def test_the_chain_comes_first_then_each_scenario(sample, empty):
    assert [card.code for card in map_cards(sample.dossier())] == [
        CHAIN,
        "S1",
        "S2",
        "PM1",
        "PM2",
        "PM3",
    ]
    assert [card.code for card in map_cards(empty.dossier())] == [CHAIN]


def test_the_chain_shows_every_node_and_its_slowest_way_bold(sample):
    dossier = sample.dossier()
    drawing = draw_map(dossier, CHAIN, orientation=Orientation.TB)
    assert {box.code for box in drawing.boxes} == {node.code for node in dossier.all(DataNode)}
    assert len([arrow for arrow in drawing.arrows if arrow.bold]) == 8


def test_a_scenario_shows_only_what_is_still_used(sample):
    drawing = draw_map(sample.dossier(), "S2")
    assert {"D01", "D03", "D08"} <= {box.code for box in drawing.boxes}
    assert not {"D02", "D04", "D05"} & {box.code for box in drawing.boxes}
    assert "F06b" in {arrow.code for arrow in drawing.arrows}


def test_notes_that_point_at_a_flow_count_at_both_of_its_ends(empty):
    for code in ("D1", "D2"):
        empty.add(DataNode(code=code, name=f"Place {code}"))
    empty.add(DataFlow(code="F1", source="D1", target="D2"))
    plain = draw_map(empty.dossier(), CHAIN)
    empty.add(Note(text="typed twice", kind=NoteKind.PAIN_POINT, refs=("F1",)))
    marked = draw_map(empty.dossier(), CHAIN)
    assert [len(box.badges) for box in plain.boxes] == [0, 0]
    assert all(box.badges for box in marked.boxes)


def test_an_unknown_map_is_told_with_those_there_are(sample):
    with pytest.raises(NotFound, match="chain, S1, S2"):
        draw_map(sample.dossier(), "S9")


def test_drawing_stops_when_asked_to(sample):
    with pytest.raises(Cancelled):
        draw_map(sample.dossier(), CHAIN, cancelled=lambda: True)


def test_a_process_map_has_its_lanes_steps_and_evidence(sample):
    plain = draw_map(sample.dossier(), "PM1")
    assert [lane.name for lane in plain.lanes][:2] == ["Field worker", "Supervisor"]
    sample.add(Note(text="photos get lost", kind=NoteKind.PAIN_POINT, refs=("PM1/s8",)))
    marked = {box.code: box for box in draw_map(sample.dossier(), "PM1").boxes}
    assert [code for code, box in marked.items() if box.badges] == ["s8"]


def test_a_scenario_of_a_process_shows_the_edited_steps(sample):
    sample.add(Scenario(code="S9", name="No photos", map="PM1", remove_steps=("s7",)))
    drawn = {box.code for box in draw_map(sample.dossier(), "S9").boxes}
    assert "s7" not in drawn
    assert "s8" in drawn


def test_a_process_says_that_it_reads_from_left_to_right_only(sample):
    asked = draw_map(sample.dossier(), "PM1", orientation=Orientation.TB)
    assert asked.orientation is Orientation.LR
    assert "left to right" in asked.remarks[-1]
