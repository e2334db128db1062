"""A map of ours as BPMN comes back as the same map, with its picture."""

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.map_sheets import ReadMap
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.exchange import bpmn_read, bpmn_write
from cxo_desktop.exchange.xml_tree import parse
from cxo_desktop.render.lane_map import draw_process

LANES = ("Field worker", "पर्यवेक्षक", 'ED "x" <y>')
WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=9)


def drawn(rows):
    return draw_process(
        rows.map, rows.steps, rows.transitions, tool_names={}, evidence={}, pains={}
    )


@st.composite
def maps(draw):
    count = draw(st.integers(1, 7))
    steps = tuple(
        Step(
            code=f"s{k}",
            kind=draw(st.sampled_from(StepKind)),
            lane=draw(st.sampled_from(LANES)),
            label=draw(WORDS),
            touch_minutes=draw(st.none() | st.integers(0, 500)),
            wait_hours=draw(st.none() | st.floats(0, 99)),
            tool=draw(st.none() | st.just("TL1")),
        )
        for k in range(count)
    )
    pair = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    moves = tuple(
        Transition(source=f"s{a}", target=f"s{b}", condition=draw(st.none() | WORDS))
        for a, b in draw(st.lists(pair, max_size=8, unique=True))
    )
    return ReadMap(ProcessMap(name=draw(WORDS), lanes=LANES), steps, moves)


def bare(move):
    return (move.source, move.target, move.condition, move.share)


@given(maps())
def test_a_map_comes_back_as_it_was(rows):
    text = bpmn_write.write(rows, drawn(rows), {})
    (again,) = bpmn_read.read("map.bpmn", text.encode()).maps
    assert sorted(again.steps, key=lambda s: s.code) == sorted(rows.steps, key=lambda s: s.code)
    assert (
        sorted(map(bare, again.transitions)) == sorted(map(bare, rows.transitions))
        if all(move.condition for move in rows.transitions)
        else {bare(m) for m in again.transitions} == {bare(m) for m in rows.transitions}
    )
    assert again.map.lanes == rows.map.lanes
    assert again.map.name == rows.map.name


@given(maps())
def test_everything_has_its_picture(rows):
    root = parse("", bpmn_write.write(rows, drawn(rows), {}).encode())
    pictured = {e.attributes["bpmnElement"] for e in root.walk() if "bpmnElement" in e.attributes}
    real = {
        e.attributes["id"]
        for e in root.walk()
        if e.local in {*bpmn_write.TAGS.values(), "lane", "participant", "sequenceFlow"}
    }
    assert real <= pictured


def test_data_that_a_step_uses_is_joined_to_it():
    rows = ReadMap(
        ProcessMap(name="M", lanes=("A",)),
        (Step(code="s", lane="A", label="Enter", reads=("D1",), writes=("D2",)),),
        (),
    )
    text = bpmn_write.write(rows, drawn(rows), {"D1": "Register", "D2": "CommCare"})
    found = bpmn_read.read("map.bpmn", text.encode())
    assert found.maps[0].steps[0].reads == ("D1",)
    assert found.stores["D2"] == ("CommCare", "database")
