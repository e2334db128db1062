"""A map as a draw.io file: boxes where they stand, lanes behind them, arrows that stick."""

from __future__ import annotations

from collections.abc import Iterator

from cxo_desktop.domain.drawing import Drawing, Shape
from cxo_desktop.domain.map_sheets import MapSheet
from cxo_desktop.exchange.xml_tree import Element
from cxo_desktop.exchange.xml_tree import write as write_tree

_BASE = "html=0;whiteSpace=wrap;rounded=1;"
_STYLES = {
    Shape.PILL: "html=0;whiteSpace=wrap;rounded=1;arcSize=50;",
    Shape.DIAMOND: "html=0;whiteSpace=wrap;rhombus;",
    Shape.PAPER: "html=0;whiteSpace=wrap;shape=note;size=10;",
    Shape.CYLINDER: "html=0;whiteSpace=wrap;shape=cylinder3;size=8;",
}
_LANE = "html=0;swimlane;horizontal=0;startSize=90;fillColor=none;"
_EDGE = "html=0;edgeStyle=orthogonalEdgeStyle;rounded=1;"


def write(sheet: MapSheet, drawing: Drawing) -> str:
    """Return a draw.io document; ids are ours, words stand as plain text."""
    root = Element(
        "root", {}, [Element("mxCell", {"id": "0"}), Element("mxCell", {"id": "1", "parent": "0"})]
    )
    root.inside += _cells(sheet, drawing)
    model = Element("mxGraphModel", {"grid": "1", "page": "0"}, [root])
    page = Element("diagram", {"id": "map", "name": sheet.name}, [model])
    return write_tree(Element("mxfile", {"host": "CxO Desktop"}, [page]))


def _cells(sheet: MapSheet, drawing: Drawing) -> Iterator[Element]:
    for number, lane in enumerate(drawing.lanes, 1):
        frame = (lane.x, lane.y, lane.width, lane.height)
        yield _vertex(f"lane{number}", lane.line.text, _LANE, frame)
    label = {box.code: box.label for box in sheet.boxes}
    name = {box.code: f"box{number}" for number, box in enumerate(drawing.boxes, 1)}
    for box in drawing.boxes:
        frame = (box.x, box.y, box.width, box.height)
        style = _STYLES.get(box.shape, _BASE)
        yield _vertex(name[box.code], label.get(box.code, ""), style, frame)
    for number, link in enumerate(sheet.links, 1):
        if link.source in name and link.target in name:
            ends = {"source": name[link.source], "target": name[link.target]}
            yield Element(
                "mxCell",
                {
                    "id": f"link{number}",
                    "value": link.label,
                    "style": _EDGE,
                    "edge": "1",
                    "parent": "1",
                }
                | ends,
                [Element("mxGeometry", {"relative": "1", "as": "geometry"})],
            )


def _vertex(code: str, words: str, style: str, frame: tuple[float, ...]) -> Element:
    geometry = dict(zip(("x", "y", "width", "height"), (f"{n:g}" for n in frame), strict=True))
    return Element(
        "mxCell",
        {"id": code, "value": words, "style": style, "vertex": "1", "parent": "1"},
        [Element("mxGeometry", geometry | {"as": "geometry"})],
    )
