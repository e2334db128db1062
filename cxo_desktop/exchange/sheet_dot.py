"""A map as DOT text for Graphviz, and back from what the sandboxed Graphviz reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.map_sheets import Loss, MapSheet, ReadMaps, SheetBox, SheetLink
from cxo_desktop.exchange.sheet_rows import to_rows
from cxo_desktop.i18n import _

_LONGEST = 2000
_CONTROLS = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SHAPES = {
    "start": "oval",
    "end": "oval",
    "decision": "diamond",
    "document": "note",
    "paper": "note",
    "report": "note",
    "database": "cylinder",
    "decision_point": "oval",
    "source_event": "oval",
}
_KINDS = {"diamond": "decision", "note": "document", "Mdiamond": "start", "Msquare": "end"}


def write(sheet: MapSheet) -> str:
    """Return DOT text: own names n1, n2, …; words only in labels, escaped for good."""
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: MapSheet) -> Iterator[str]:
    name = {box.code: f"n{number}" for number, box in enumerate(sheet.boxes, 1)}
    yield "digraph {"
    yield f'  label={_quoted(sheet.name)}; rankdir=LR; node [shape=box, fontname="Noto Sans"];'
    for number, lane in enumerate(sheet.lanes, 1):
        yield f"  subgraph cluster_{number} {{ label={_quoted(lane)};"
        yield from (
            f"  {line}" for box in sheet.boxes if box.lane == lane for line in _box(box, name)
        )
        yield "  }"
    for box in sheet.boxes:
        if box.lane not in sheet.lanes:
            yield from _box(box, name)
    for link in sheet.links:
        if link.source in name and link.target in name:
            label = f" [label={_quoted(link.label)}]" if link.label else ""
            yield f"  {name[link.source]} -> {name[link.target]}{label};"
    yield "}"


def _box(box: SheetBox, name: Mapping[str, str]) -> Iterator[str]:
    shape = _SHAPES.get(box.kind)
    more = f", shape={shape}" if shape else ""
    yield f"  {name[box.code]} [label={_quoted(box.label)}{more}];"


def _quoted(text: str) -> str:
    """Return a label that shows the text: no escapes, no HTML, no entities, within bounds."""
    plain = _CONTROLS.sub(" ", text)[:_LONGEST].replace("&", "&amp;")
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def read(name: str, answer: bytes) -> ReadMaps:
    """Return the map in what Graphviz made of a DOT file (``dot_json``); only words and shapes.

    Raises InputRefused when the answer is none.
    """
    try:
        graph = json.loads(answer)
        objects = graph.get("objects", [])
        sheet = _sheet(name, graph, objects)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputRefused(
            _("{file} was not imported, and nothing was written.").format(file=name),
            _("Graphviz does not read it as a graph."),
            _("Open it with Graphviz, correct it, and import it again."),
        ) from error
    dropped = sorted({key for thing in objects for key in thing} & _ACTIVE)
    reason = _("Links, pictures and files that a drawing points to are not taken.")
    return to_rows(sheet, [Loss(key, reason) for key in dropped])


_ACTIVE = {"URL", "href", "image", "shapefile", "stylesheet", "target", "imagepath"}


def _sheet(name: str, graph: dict[str, Any], objects: list[dict[str, Any]]) -> MapSheet:
    lanes: dict[int, str] = {}
    titles: list[str] = []
    for thing in objects:
        if "nodes" in thing and str(thing.get("name", "")).startswith("cluster"):
            title = _words(thing.get("label", "")) or str(thing["name"])
            titles.append(title)
            lanes |= dict.fromkeys(thing["nodes"], title)
    nodes = objects[int(graph.get("_subgraph_cnt", 0)) :]  # Graphviz lists subgraphs first
    boxes = tuple(
        SheetBox(
            str(node["name"]),
            _KINDS.get(str(node.get("shape", "")), "task"),
            _label(node),
            lanes.get(node["_gvid"], ""),
        )
        for node in nodes
    )
    code = {node["_gvid"]: str(node["name"]) for node in nodes}
    links = tuple(
        SheetLink(f"e{k}", code[it["tail"]], code[it["head"]], _words(it.get("label", "")))
        for k, it in enumerate(graph.get("edges", []), 1)
        if it["tail"] in code and it["head"] in code
    )
    title = _words(graph.get("label", "")) or name.rpartition(".")[0] or name
    return MapSheet(title, boxes, links, tuple(dict.fromkeys(titles)))


def _label(node: dict[str, Any]) -> str:
    label = str(node.get("label", "\\N"))
    return str(node["name"]) if label == "\\N" else _words(label)


def _words(label: object) -> str:
    """Return a DOT label as plain words."""
    plain = _ESCAPED.sub(lambda found: " " if found[1] in "nlr" else found[1], str(label))
    return plain.replace("&amp;", "&").strip()
