"""Pools, lanes and inner processes are found wherever a document puts them."""

from pathlib import Path

from cxo_desktop.exchange.bpmn_scopes import scopes
from cxo_desktop.exchange.xml_tree import parse

FILES = {path.stem[:2]: path for path in Path(__file__).with_name("bpmn_files").glob("*.bpmn")}


def found(number):
    return scopes(parse("", FILES[number].read_bytes()))


def test_lanes_of_one_name_get_names_of_their_own():
    names = [lane.name for lane in found("34")[0].lanes]
    assert names[:2] == ["Team", "Team (2)"]
    assert len(set(names)) == len(names)


def test_two_processes_are_two_maps_in_their_order():
    assert [scope.name for scope in found("24")] == ["Home visit", "Second"]


def test_a_pool_without_lanes_is_a_lane_of_its_name():
    assert [lane.name for lane in found("09")[0].lanes] == ["Health NGO"]
