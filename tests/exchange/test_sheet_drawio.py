"""A draw.io file has every box where it stands, lanes behind, and arrows between them."""

from cxo_desktop.domain.map_sheets import MapSheet, SheetBox, SheetLink
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.exchange import sheet_drawio
from cxo_desktop.exchange.xml_tree import parse
from cxo_desktop.render.lane_map import draw_process

HOSTILE = '"><img src=x onerror=alert(1)>'


def test_boxes_lanes_and_arrows_are_there():
    steps = [Step(code="a", lane="ED", label=HOSTILE), Step(code="b", lane="ED", label="Sign")]
    drawing = draw_process(
        ProcessMap(lanes=("ED",)),
        steps,
        [Transition(source="a", target="b")],
        tool_names={},
        evidence={},
        pains={},
    )
    boxes = (SheetBox("a", "task", HOSTILE, "ED"), SheetBox("b", "task", "Sign", "ED"))
    sheet = MapSheet("M", boxes, (SheetLink("e", "a", "b", "then"),), ("ED",))
    root = parse("", sheet_drawio.write(sheet, drawing).encode())
    cells = {e.attributes["id"]: e.attributes for e in root.walk() if e.local == "mxCell"}
    assert cells["box1"]["value"] == HOSTILE
    assert "html=0" in cells["box1"]["style"]
    assert (cells["link1"]["source"], cells["link1"]["target"]) == ("box1", "box2")
    assert cells["lane1"]["value"] == "ED"
    spots = [
        e.attributes for e in root.walk() if e.local == "mxGeometry" and "width" in e.attributes
    ]
    assert float(spots[1]["x"]) == drawing.boxes[0].x
