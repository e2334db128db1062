"""A graph as DOT text: numbers, constants and the names n1..nk, nothing that a person typed."""

from __future__ import annotations

import math
from collections.abc import Iterator

from cxo_desktop.domain.drawing import Orientation
from cxo_desktop.render.engines.graph import Effort, Graph, Link, Size

_INCH = 72
_LOW = "nslimit=1;nslimit1=1;mclimit=0.1;splines=line;"
# An engine without fonts knows that every Courier character is 0.6 em wide and a line 1.2 em high.
_CHARACTER = 0.6
_LINE = 1.2
_FINE = 5


def write(graph: Graph, effort: Effort = Effort.FULL) -> str:
    """Return the DOT text of a graph; links carry ``id="e1"`` and on, as engines reorder them."""
    return "".join(_lines(graph, effort))


def _lines(graph: Graph, effort: Effort) -> Iterator[str]:
    settings = _LOW if effort is Effort.LOW else "splines=true;"
    direction = "TB" if graph.orientation is Orientation.TB else "LR"
    yield f"digraph{{rankdir={direction};{settings}"
    yield f"nodesep={_inches(graph.box_gap)};ranksep={_inches(graph.rank_gap)};\n"
    yield 'node[shape=box,fixedsize=true,label=""];edge[fontname="Courier",arrowsize=0.75];\n'
    for number, size in enumerate(graph.boxes, 1):
        yield f"n{number}[width={_inches(size.width)},height={_inches(size.height)}];\n"
    for number, link in enumerate(graph.links, 1):
        label = link.label if effort is Effort.FULL else None
        yield f'n{link.tail + 1}->n{link.head + 1}[id="e{number}"{_extras(link, label)}];\n'
    yield "}\n"


def _extras(link: Link, label: Size | None) -> str:
    weight = f",weight={link.weight}" if link.weight != 1 else ""
    return weight + (placeholder(label) if label else "")


def placeholder(size: Size) -> str:
    """Return attributes that make a label of zeros as large as ``size``."""
    rows = max(1, round(size.height / (_FINE * _LINE)))
    font = size.height / (rows * _LINE)
    columns = math.ceil(size.width / (font * _CHARACTER))
    zeros = "\\n".join(["0" * columns] * rows)
    return f',fontsize={font:.4f},label="{zeros}"'


def _inches(points: float) -> str:
    """Return whole points in inches: older engines round, ours should not differ."""
    return f"{math.ceil(points) / _INCH:.6f}"
