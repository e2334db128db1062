"""A map as GraphML, and back: words, kinds and lanes; also labels as yEd writes them."""

from __future__ import annotations

import json

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.map_sheets import Loss, MapSheet, ReadMaps, SheetBox, SheetLink
from cxo_desktop.exchange.sheet_rows import to_rows
from cxo_desktop.exchange.xml_tree import Element, parse
from cxo_desktop.exchange.xml_tree import write as write_tree
from cxo_desktop.i18n import _

_SPACE = "http://graphml.graphdrawing.org/xmlns"
_LABELS = ("label", "name", "description", "title")


def write(sheet: MapSheet) -> str:
    """Return GraphML with keys label, kind, lane, name and facts (as JSON)."""
    graph = Element("graph", {"id": "map", "edgedefault": "directed"})
    root = Element("graphml", {"xmlns": _SPACE})
    for name, domain in (
        *(("name", "graph"), ("lanes", "graph"), ("label", "all"), ("kind", "node")),
        *(("lane", "node"), ("facts", "all")),
    ):
        attributes = {"id": name, "for": domain, "attr.name": name, "attr.type": "string"}
        root.inside += [Element("key", attributes), "\n"]
    _data(graph, name=sheet.name, lanes=json.dumps(sheet.lanes, ensure_ascii=False))
    for box in sheet.boxes:
        node = Element("node", {"id": box.code})
        facts = json.dumps(dict(box.facts), ensure_ascii=False) if box.facts else ""
        _data(node, label=box.label, kind=box.kind, lane=box.lane, facts=facts)
        graph.inside += [node, "\n"]
    for link in sheet.links:
        attributes = {"id": link.code, "source": link.source, "target": link.target}
        edge = Element("edge", attributes)
        facts = json.dumps(dict(link.facts), ensure_ascii=False) if link.facts else ""
        _data(edge, label=link.label, facts=facts)
        graph.inside += [edge, "\n"]
    root.inside += [graph, "\n"]
    return write_tree(root)


def _data(element: Element, **values: str) -> None:
    for key, value in values.items():
        if value:
            element.inside.append(Element("data", {"key": key}, [value]))


def read(name: str, content: bytes) -> ReadMaps:
    """Return the map of a GraphML file. Raises InputRefused for what is none or is hostile."""
    root = parse(name, content)
    graph = next(root.elements("graph"), None)
    if root.local != "graphml" or graph is None:
        raise InputRefused(
            _("{file} was not imported, and nothing was written.").format(file=name),
            _("It holds no graph in GraphML."),
            _("Export it as GraphML once more, or choose another file."),
        )
    keys = {
        key.attributes.get("id", ""): key.attributes.get("attr.name", "")
        for key in root.elements("key")
    }
    told = _told(graph, keys)
    boxes = tuple(_box(node, keys) for node in _nodes(graph))
    links = tuple(
        SheetLink(
            edge.attributes.get("id", f"e{number}"),
            edge.attributes.get("source", ""),
            edge.attributes.get("target", ""),
            _label(edge, _told(edge, keys)),
        )
        for number, edge in enumerate((e for e in graph.walk() if e.local == "edge"), 1)
    )
    lanes = dict.fromkeys(
        [*_lanes(told.get("lanes", "")), *(box.lane for box in boxes if box.lane)]
    )
    title = told.get("name") or name.rpartition(".")[0] or name
    nested = [e for e in graph.walk() if e.local in {"hyperedge", "port"}]
    reason = _("A process map has no such thing; it was left out.")
    losses = [Loss(element.attributes.get("id") or element.local, reason) for element in nested]
    return to_rows(MapSheet(title, boxes, links, tuple(lanes)), losses)


def _nodes(graph: Element) -> list[Element]:
    """Return the nodes, those of nested graphs too, but not the groups that hold them."""
    found = [element for element in graph.walk() if element.local == "node"]
    return [node for node in found if next(node.elements("graph"), None) is None]


def _told(element: Element, keys: dict[str, str]) -> dict[str, str]:
    return {
        keys.get(data.attributes.get("key", ""), "") or data.attributes.get("key", ""): data.text()
        for data in element.elements("data")
        if data.text().strip()
    }


def _box(node: Element, keys: dict[str, str]) -> SheetBox:
    told = _told(node, keys)
    code = node.attributes.get("id", "")
    return SheetBox(
        code, told.get("kind", "task"), _label(node, told) or code, told.get("lane", "")
    )


def _label(element: Element, told: dict[str, str]) -> str:
    for key in _LABELS:
        if told.get(key):
            return told[key].strip()
    drawn = (e.text().strip() for e in element.walk() if e.local in {"NodeLabel", "EdgeLabel"})
    return next((text for text in drawn if text), "")


def _lanes(text: str) -> list[str]:
    try:
        found = json.loads(text) if text else []
    except ValueError:
        return []
    return [lane for lane in found if isinstance(lane, str)] if isinstance(found, list) else []
