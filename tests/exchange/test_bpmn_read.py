"""BPMN becomes maps: lanes, steps, arrows, data; the rest is named as a loss."""

from pathlib import Path

import pytest

from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.exchange import bpmn_read

FILES = {path.stem[:2]: path for path in Path(__file__).with_name("bpmn_files").glob("*.bpmn")}


def read(number):
    return bpmn_read.read(FILES[number].name, FILES[number].read_bytes())


def steps(one):
    return {step.code: step for step in one.steps}


def ends(one):
    return {(move.source, move.target) for move in one.transitions}


def test_lanes_hold_their_steps_in_order():
    one = read("10").maps[0]
    assert one.map.lanes == ("Field worker", "Supervisor", "ED")
    assert steps(one)["u"].lane == "Supervisor"


def test_nested_lanes_are_named_by_their_path():
    one = read("12").maps[0]
    assert one.map.lanes == ("Field / Worker", "Field / Supervisor", "Office")
    assert steps(one)["s"].lane == "Field / Worker"


def test_pools_share_a_map_and_messages_join_them():
    one = read("14").maps[0]
    assert {"NGO / Field worker", "Lab"} <= set(one.map.lanes)
    assert {("t", "qs"), ("qt", "u")} <= ends(one)


def test_a_black_box_pool_is_a_hand_off_of_its_own():
    one = read("15").maps[0]
    assert steps(one)["B"].kind is StepKind.HAND_OFF
    assert ("u", "B") in ends(one)


def test_boundary_events_hang_on_their_task():
    one = read("08").maps[0]
    assert {("t", f"b{k}") for k in range(6)} <= ends(one)


def test_sub_processes_are_maps_of_their_own():
    assert [one.map.name for one in read("18").maps] == ["Home visit", "Outer", "Middle"]


def test_steps_read_and_write_data():
    found = read("21")
    step = steps(found.maps[0])["t"]
    assert (step.reads, step.writes) == (("reg",), ("db",))
    assert found.stores == {"reg": ("Paper register", "file"), "db": ("CommCare", "database")}


@pytest.mark.parametrize(
    ("number", "element"),
    [
        ("22", "textAnnotation (1)"),
        ("22", "group (1)"),
        ("23", "http://camunda.org/schema/1.0/bpmn (2)"),
        ("25", "f1"),
        ("26", "t"),
        ("20", "multiInstanceLoopCharacteristics (1)"),
        ("33", "m1"),
        ("03", "serviceTask"),
    ],
)
def test_every_loss_is_named(number, element):
    assert element in {loss.element for loss in read(number).losses}


def test_a_plain_map_loses_nothing():
    assert read("01").losses == ()


@pytest.mark.parametrize("number", ["35", "36", "37", "39"])
def test_old_encodings_keep_their_letters(number):
    assert steps(read(number).maps[0])["t"].label == "Café für alle \u2013 “x”"


def test_other_xml_is_refused():
    with pytest.raises(InputRefused, match="no process"):
        bpmn_read.read("a.bpmn", b"<html><body/></html>")
