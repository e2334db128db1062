"""What came in as BPMN goes out as it came; what was changed since is changed, and no more."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.drawing import Drawing, Orientation
from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.processes import Step, Transition
from cxo_desktop.exchange import bpmn_patch, bpmn_read
from cxo_desktop.exchange.bpmn_words import KINDS
from cxo_desktop.exchange.xml_tree import parse

FILES = sorted(Path(__file__).with_name("bpmn_files").glob("*.bpmn"))
BLANK = Drawing("", 100, 100, Orientation.LR, (), ())


def told(root):
    """Return every element with its attributes and its own text, in order."""
    return [(e.name, tuple(e.attributes.items()), e.text().strip()) for e in root.walk()]


def now(read, **changes):
    """Return all maps of a document as they are, one of them changed."""
    rows = dict(enumerate(read.maps))
    return {number: (changes.get(f"m{number}", one), BLANK) for number, one in rows.items()}


def test_there_are_enough_files():
    assert len(FILES) >= 30


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_comes_out_as_it_came(path):
    content = path.read_bytes()
    read = bpmn_read.read(path.name, content)
    source = read.maps[0].map.extra[bpmn_read.KEY]["source"]
    again = parse("again", bpmn_patch.patch(source, now(read)).encode())
    assert told(again) == told(parse(path.name, content))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_node_and_flow_is_on_a_map(path):
    root = parse(path.name, path.read_bytes())
    read = bpmn_read.read(path.name, path.read_bytes())
    steps = Counter(step.code.partition("~")[0] for one in read.maps for step in one.steps)
    drawn = Counter(e.attributes.get("id", "") for e in root.walk() if e.local in KINDS)
    assert not drawn - steps
    flows = [e for e in root.walk() if e.local in {"sequenceFlow", "messageFlow"}]
    moves = [m for one in read.maps for m in one.transitions if bpmn_patch.mark(m, "flow")]
    assert len(moves) == len(flows)
    names = {" ".join(e.attributes.get("name", "").split()) for e in flows} - {""}
    assert names <= {move.condition for move in moves}


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@st.composite
def documents(draw):
    """Documents with pools, lanes, every kind of node, boundary events, and loose flows."""
    count = draw(st.integers(1, 8))
    tags = [draw(st.sampled_from(sorted(KINDS))) for _ in range(count)]
    refs = [*(f"n{k}" for k in range(count)), "gone"]
    lanes = draw(st.integers(0, 3))
    parts = []
    if lanes:
        homes = [draw(st.integers(0, lanes)) for _ in range(count)]
        parts.append("<laneSet id='ls'>")
        for lane in range(lanes):
            inside = "".join(
                f"<flowNodeRef>n{k}</flowNodeRef>" for k in range(count) if homes[k] == lane
            )
            parts.append(f"<lane id='l{lane}' name={attribute(draw(NAMES))}>{inside}</lane>")
        parts.append("</laneSet>")
    for k, tag in enumerate(tags):
        host = f" attachedToRef='{draw(st.sampled_from(refs))}'" if tag == "boundaryEvent" else ""
        parts.append(f"<{tag} id='n{k}' name={attribute(draw(NAMES))}{host}/>")
    for k in range(draw(st.integers(0, 8))):
        ends = draw(st.sampled_from(refs)), draw(st.sampled_from(refs))
        name = attribute(draw(NAMES))
        parts.append(
            f"<sequenceFlow id='f{k}' name={name} sourceRef='{ends[0]}' targetRef='{ends[1]}'/>"
        )
    pool = draw(st.booleans())
    head = "<collaboration id='c'><participant id='a' name='A' processRef='p'/></collaboration>"
    space = "http://www.omg.org/spec/BPMN/20100524/MODEL"
    return (
        f"<definitions xmlns='{space}'>{head if pool else ''}"
        f"<process id='p' name='P'>{''.join(parts)}</process></definitions>"
    )


def attribute(text):
    from xml.sax.saxutils import quoteattr

    return quoteattr(text)


@given(documents())
def test_any_document_comes_out_as_it_came(document):
    read = bpmn_read.read("any.bpmn", document.encode())
    source = read.maps[0].map.extra[bpmn_read.KEY]["source"]
    again = bpmn_patch.patch(source, now(read))
    assert told(parse("", again.encode())) == told(parse("", document.encode()))
    twice = bpmn_read.read("again.bpmn", again.encode())
    assert [one.steps for one in twice.maps] == [one.steps for one in read.maps]


@pytest.fixture
def lanes():
    path = next(path for path in FILES if path.stem == "10-three-lanes")
    return bpmn_read.read(path.name, path.read_bytes())


def patched(read, rows):
    source = read.maps[0].map.extra[bpmn_read.KEY]["source"]
    text = bpmn_patch.patch(source, now(read, m0=rows))
    return bpmn_read.read("new.bpmn", text.encode()).maps[0], text


def test_changed_words_kinds_and_lanes_are_changed_in_the_document(lanes):
    rows = lanes.maps[0]
    changed = tuple(
        replace(step, label="Count", kind=StepKind.DECISION, lane="ED")
        if step.code == "u"
        else step
        for step in rows.steps
    )
    again, text = patched(lanes, replace(rows, steps=changed))
    found = {step.code: step for step in again.steps}["u"]
    assert (found.label, found.kind, found.lane) == ("Count", StepKind.DECISION, "ED")
    assert "BPMNShape" in text


def test_what_was_added_is_there_and_what_was_removed_is_gone(lanes):
    rows = lanes.maps[0]
    steps = [step for step in rows.steps if step.code != "t"]
    steps.append(Step(code="new", kind=StepKind.TASK, lane="ED", label="Sign"))
    moves = [move for move in rows.transitions if "t" not in {move.source, move.target}]
    moves.append(Transition(source="u", target="new", condition="yes"))
    again, text = patched(lanes, replace(rows, steps=tuple(steps), transitions=tuple(moves)))
    assert {step.code for step in again.steps} == {step.code for step in steps}
    assert ("u", "new", "yes") in {(m.source, m.target, m.condition) for m in again.transitions}
    assert '"t"' not in text
    assert "t_di" not in text


def test_a_renamed_lane_and_map_are_renamed_in_the_document(lanes):
    rows = lanes.maps[0]
    names = ("Health worker", *rows.map.lanes[1:])
    steps = tuple(
        replace(it, lane="Health worker") if it.lane == "Field worker" else it for it in rows.steps
    )
    again, _text = patched(
        lanes, replace(rows, map=replace(rows.map, lanes=names, name="New"), steps=steps)
    )
    assert again.map.lanes == names
    assert again.map.name == "New"
