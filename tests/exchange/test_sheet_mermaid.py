"""Mermaid text: own names, lanes, and no word that could end a label."""

import re

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.map_sheets import MapSheet, SheetBox, SheetLink
from cxo_desktop.exchange import sheet_mermaid

SHAPE = re.compile(
    r"---|title: \".*\"|flowchart LR|  subgraph l\d+\[\"[^\"]*\"\]|  end"
    r"|  (  )?n\d+(\(\[|\{|\[\(|\[\[|\[)\"[^\"]*\"(\]\)|\}|\)\]|\]\]|\])"
    r"|  n\d+ -->(\|\"[^\"]*\"\|)? n\d+"
)


@given(st.text(), st.text(), st.sampled_from(["start", "decision", "task", "subprocess"]))
def test_every_line_has_the_form_of_mermaid_whatever_the_words(label, lane, kind):
    boxes = (SheetBox("a b", kind, label, lane), SheetBox("c", "task", label))
    links = (SheetLink("e", "a b", "c", label), SheetLink("f", "c", "gone"))
    text = sheet_mermaid.write(MapSheet(label, boxes, links, (lane,) if lane else ()))
    lines = text.rstrip("\n").split("\n")
    assert [line for line in lines if not SHAPE.fullmatch(line)] == []
    assert sum("-->" in line for line in lines) == 1


def test_a_plain_map_reads_well():
    sheet = MapSheet("Visit", (SheetBox("s", "decision", "Right?", "ED"),), (), ("ED",))
    assert '    n1{"Right#63;"}' in sheet_mermaid.write(sheet)
