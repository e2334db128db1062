"""A map as Mermaid text, for documents that draw it themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cxo_desktop.domain.map_sheets import MapSheet, SheetBox

_CONTROLS = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\u2028\u2029]+")
# Whatever could end a text or begin HTML is written by its number.
_RISKY = re.compile(r"[^\w .,:+\-]", re.UNICODE)
_SHAPES = {
    "start": ("([", "])"),
    "end": ("([", "])"),
    "source_event": ("([", "])"),
    "decision_point": ("([", "])"),
    "decision": ("{", "}"),
    "database": ("[(", ")]"),
    "subprocess": ("[[", "]]"),
}


def write(sheet: MapSheet) -> str:
    """Return a Mermaid flow chart: lanes as subgraphs, words quoted by character number."""
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: MapSheet) -> Iterator[str]:
    name = {box.code: f"n{number}" for number, box in enumerate(sheet.boxes, 1)}
    yield "---"
    yield f'title: "{_text(sheet.name)}"'
    yield "---"
    yield "flowchart LR"
    for number, lane in enumerate(sheet.lanes, 1):
        yield f'  subgraph l{number}["{_text(lane)}"]'
        yield from (f"    {_box(name[box.code], box)}" for box in sheet.boxes if box.lane == lane)
        yield "  end"
    yield from (
        f"  {_box(name[box.code], box)}" for box in sheet.boxes if box.lane not in sheet.lanes
    )
    for link in sheet.links:
        if link.source in name and link.target in name:
            label = f'|"{_text(link.label)}"|' if link.label else ""
            yield f"  {name[link.source]} -->{label} {name[link.target]}"


def _box(name: str, box: SheetBox) -> str:
    left, right = _SHAPES.get(box.kind, ("[", "]"))
    return f'{name}{left}"{_text(box.label)}"{right}'


def _text(text: str) -> str:
    spaced = _CONTROLS.sub(" ", text).strip() or " "
    return _RISKY.sub(lambda found: f"#{ord(found[0])};", spaced)
