"""DOT text holds words as words, whatever they are, and only words come back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.map_sheets import MapSheet, SheetBox, SheetLink
from cxo_desktop.exchange import sheet_dot
from cxo_desktop.render.engines import sandboxed

WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)
HOSTILE = (
    "<b>x</b>",
    "C:\\temp\\new\\",
    "\\N \\G",
    'a" image="/etc/hostname',
    "&amp; &lt;",
    "a:b:c",
)


def read(text):
    answer = sandboxed.run(text, "dot", 10, lambda: False, answer="dot_json")
    return sheet_dot.read("m.dot", answer)


def sheet(*labels, lane="A"):
    boxes = tuple(SheetBox(f"s{k}", "task", label, lane) for k, label in enumerate(labels))
    links = tuple(
        SheetLink(f"e{k}", f"s{k}", f"s{k + 1}", labels[0]) for k in range(len(labels) - 1)
    )
    return MapSheet("Map", boxes, links, ("A",))


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_words_come_back_through_graphviz(labels):
    found = read(sheet_dot.write(sheet(*labels))).maps[0]
    assert [step.label for step in found.steps] == labels
    assert {step.lane for step in found.steps} == {"A"}
    assert len(found.transitions) == len(labels) - 1


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_words_stay_words(label):
    found = read(sheet_dot.write(sheet(label, label))).maps[0]
    assert [step.label for step in found.steps] == [label, label]
    assert found.transitions[0].condition == label


def test_links_and_pictures_of_a_stranger_are_dropped_and_named():
    found = read('digraph { a [URL="javascript:x", label="Visit"]; a -> b [label="then"]; }')
    assert [step.label for step in found.maps[0].steps] == ["Visit", "b"]
    assert [loss.element for loss in found.losses] == ["URL"]


def test_an_answer_that_is_no_graph_is_refused():
    with pytest.raises(InputRefused, match=r"m\.dot"):
        sheet_dot.read("m.dot", b"[]")
