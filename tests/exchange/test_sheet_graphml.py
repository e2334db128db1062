"""GraphML comes back as it went out, and files of other programs are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.map_sheets import MapSheet, SheetBox, SheetLink
from cxo_desktop.exchange import sheet_graphml

WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=9)
LANES = ("A & B", "लेन <x>")


@st.composite
def sheets(draw):
    count = draw(st.integers(1, 6))
    boxes = tuple(
        SheetBox(
            f"s{k}",
            draw(st.sampled_from([kind.value for kind in StepKind])),
            draw(WORDS),
            draw(st.sampled_from(LANES)),
            {"touch_minutes": draw(st.integers(0, 9))},
        )
        for k in range(count)
    )
    pair = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1), WORDS)
    links = tuple(
        SheetLink(f"e{n}", f"s{a}", f"s{b}", label)
        for n, (a, b, label) in enumerate(draw(st.lists(pair, max_size=6)))
    )
    return MapSheet(draw(WORDS), boxes, links, LANES)


@given(sheets())
def test_a_map_comes_back(sheet):
    found = sheet_graphml.read("m.graphml", sheet_graphml.write(sheet).encode())
    (one,) = found.maps
    assert (one.map.name, one.map.lanes) == (sheet.name, sheet.lanes)
    assert [(s.code, s.kind, s.label, s.lane) for s in one.steps] == [
        (box.code, box.kind, box.label, box.lane) for box in sheet.boxes
    ]
    assert [(m.source, m.target, m.condition) for m in one.transitions] == [
        (link.source, link.target, link.label) for link in sheet.links
    ]
    assert found.losses == ()


def test_labels_and_groups_of_yed_are_read():
    text = (
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="urn:y">'
        '<key id="d6" for="node" yfiles.type="nodegraphics"/><graph id="G">'
        '<node id="g"><graph id="g:"><node id="n0"><data key="d6"><y:NodeLabel>Visit</y:NodeLabel>'
        '</data></node></graph></node><node id="n1"/><edge id="e0" source="n0" target="n1"/>'
        '<edge id="e1" source="n0" target="gone"/></graph></graphml>'
    )
    found = sheet_graphml.read("yed.graphml", text.encode())
    assert {step.label for step in found.maps[0].steps} == {"n1", "Visit"}
    assert [loss.element for loss in found.losses] == ["e1"]


def test_other_xml_is_refused():
    with pytest.raises(InputRefused, match="no graph"):
        sheet_graphml.read("a.graphml", b"<graphml/>")
