"""Draw a data chain: where data is born, how it moves, and how long until someone decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.drawing import Box, Drawing, Ink, Line, Orientation, Point
from cxo_desktop.domain.map_places import NOWHERE, Places
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.render import (
    chain_arrows,
    chain_boxes,
    chain_looks,
    chain_style,
    measure,
    shifting,
)
from cxo_desktop.render.chain_arrows import Words
from cxo_desktop.render.chain_looks import Look
from cxo_desktop.render.chain_style import Style
from cxo_desktop.render.engines import kept, ladder
from cxo_desktop.render.engines.graph import Cancelled, Graph, Layout, Link, Size
from cxo_desktop.render.engines.patched import AS_A_WHOLE, Router, Ways

_MARGIN = 14.0
_SENTENCE_SIZE = 10.0
# Words smaller than this on the page or screen are hard to read.
_LEGIBLE = 8.0
_LARGEST = 1.25
# With more flows than that no style is legible at once.
_FEW = 60
_PATH_WEIGHT = 8
Row = TypeVar("Row", DataNode, DataFlow)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known beside the rows: names of tools and places, counts by node, hours by flow."""

    tool_names: Mapping[str, str]
    evidence: Mapping[str, int]
    pains: Mapping[str, int]
    hours: Mapping[str, float]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Chain:
    """What is to be drawn, in the order of codes."""

    style: Style
    boxes: tuple[Box, ...]
    flows: tuple[DataFlow, ...]
    looks: tuple[Look, ...]
    words: tuple[Words | None, ...]
    tips: tuple[str, ...]


def draw_chain(  # noqa: PLR0913 - one fact of the chain each, all by keyword
    nodes: Sequence[DataNode],
    flows: Sequence[DataFlow],
    *,
    title: str,
    on_path: frozenset[str],
    hours: Mapping[str, float],
    tool_names: Mapping[str, str],
    evidence: Mapping[str, int],
    pains: Mapping[str, int],
    orientation: Orientation | None,
    fit: tuple[float, float],
    places: Places = NOWHERE,
    ways: Ways = AS_A_WHOLE,
    cancelled: Cancelled = ladder.never,
) -> Drawing:
    """Return the map of a chain in points; the same rows in any order give the same map.

    ``on_path`` holds the codes of the flows on the critical path, ``hours`` typical hours by flow,
    ``tool_names`` names by code, ``evidence`` and ``pains`` counts by node. Without an
    ``orientation`` the one that is larger inside ``fit`` (width, height) is taken. Flows whose
    ends are not on the map are left out with a remark. If the map has ``places``, boxes stay
    there, new ones find room near their neighbours, and arrows run as ``ways`` tells. Raises
    domain.errors.Cancelled.
    """
    known, moved = _unique(nodes), _unique(flows)
    names = {node.code: measure.tidy(node.name) or node.code for node in known}
    joined = tuple(flow for flow in moved if {flow.source, flow.target} <= names.keys())
    if not known:
        return _empty(title, _left_out(len(moved)))
    looks = tuple(chain_looks.look(flow, on_path=flow.code in on_path) for flow in joined)
    facts = _Facts(tool_names, evidence, pains, hours, names)
    turns = (orientation,) if orientation else tuple(Orientation)
    details = chain_style.DETAILS if len(joined) <= _FEW else (chain_style.COMPACT,)

    def tried(style: Style) -> Drawing:
        chain = _chain(known, joined, looks, facts, style)
        return _drawing(chain, ladder.lay_out(_graph(chain), cancelled))

    spots = [places[node.code].spot if node.code in places else None for node in known]
    if any(spots):
        router = ways.router([node.code for node in known], [flow.code for flow in joined])
        best = _kept(known, joined, looks, facts, spots, details, router, cancelled)
    else:
        best = _best([[detail[turn] for turn in turns] for detail in details], tried, fit)
    return replace(
        best,
        title=measure.tidy(title),
        remarks=(*_left_out(len(moved) - len(joined)), *best.remarks),
    )


def _kept(  # noqa: PLR0913, PLR0917 - a chain, its places and its styles
    nodes: tuple[DataNode, ...],
    flows: tuple[DataFlow, ...],
    looks: tuple[Look, ...],
    facts: _Facts,
    spots: Sequence[Point | None],
    details: Sequence[Mapping[Orientation, Style]],
    router: Router,
    cancelled: Cancelled,
) -> Drawing:
    """Draw boxes where they stand, in the richest style in which they do not touch."""
    way = _orientation(spots)
    for detail in details:
        chain = _chain(nodes, flows, looks, facts, detail[way])
        graph = _graph(chain)
        standing = [(size, spot) for size, spot in zip(graph.boxes, spots, strict=True) if spot]
        if kept.apart(*zip(*standing, strict=True)):
            break
    centres = kept.fill(graph.boxes, spots, graph.links, way)
    found = router(graph.boxes, graph.links, centres, cancelled)
    return _drawing(chain, Layout(0, 0, tuple(centres), found.routes, found.engine, found.remarks))


def _orientation(spots: Sequence[Point | None]) -> Orientation:
    """Return the way in which stored places spread further."""
    known = [spot for spot in spots if spot is not None]
    wide = max(spot.x for spot in known) - min(spot.x for spot in known)
    high = max(spot.y for spot in known) - min(spot.y for spot in known)
    return Orientation.LR if wide > high else Orientation.TB


def _best(
    details: Sequence[Sequence[Style]],
    tried: Callable[[Style], Drawing],
    fit: tuple[float, float],
) -> Drawing:
    """Return the richest drawing if it is legible inside ``fit``, else the most legible one.

    Once an engine had to simplify, no other style is tried: it would take as long again.
    """
    seen: list[Drawing] = []
    for styles in details:
        row: list[Drawing] = []
        for drawing in map(tried, styles):
            if drawing.remarks:
                return drawing
            row.append(drawing)
        seen.append(max(row, key=lambda drawing: scale(drawing, fit)))
        if legibility(seen[0], fit) >= _LEGIBLE:
            break
    return max(seen, key=lambda drawing: legibility(drawing, fit))


def legibility(drawing: Drawing, fit: tuple[float, float]) -> float:
    """Return how large the smallest words of a drawing are when it fills ``fit``, in points."""
    return shifting.smallest_text(drawing, _LEGIBLE) * min(scale(drawing, fit), _LARGEST)


def scale(drawing: Drawing, fit: tuple[float, float]) -> float:
    """Return by what the drawing must be multiplied to fill ``fit`` (width, height)."""
    return min(fit[0] / drawing.width, fit[1] / drawing.height)


def _unique(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return the rows sorted by code, one for each code whatever the order they came in."""
    kept: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: (row.code, row.id, repr(row))):
        kept.setdefault(row.code, row)
    return tuple(kept.values())


def _chain(
    nodes: tuple[DataNode, ...],
    flows: tuple[DataFlow, ...],
    looks: tuple[Look, ...],
    facts: _Facts,
    style: Style,
) -> _Chain:
    boxes = tuple(
        chain_boxes.draw_box(
            node,
            facts.tool_names,
            style,
            evidence=facts.evidence.get(node.code, 0),
            pains=facts.pains.get(node.code, 0),
        )
        for node in nodes
    )
    pairs = list(zip(flows, looks, strict=True))
    return _Chain(
        style,
        boxes,
        flows,
        looks,
        tuple(chain_arrows.words(*pair, facts.hours, style) for pair in pairs),
        tuple(chain_arrows.tip(*pair, facts.names, facts.hours) for pair in pairs),
    )


def _left_out(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    sentence = ngettext(
        "{count} flow starts or ends at a place that is not on the map.",
        "{count} flows start or end at a place that is not on the map.",
        count,
    )
    return (sentence.format(count=count),)


def _graph(chain: _Chain) -> Graph:
    number = {box.code: index for index, box in enumerate(chain.boxes)}
    links = tuple(
        Link(
            number[flow.source],
            number[flow.target],
            words.size if words else None,
            _PATH_WEIGHT if look.on_path else 1,
        )
        for flow, look, words in zip(chain.flows, chain.looks, chain.words, strict=True)
    )
    sizes = tuple(Size(box.width, box.height) for box in chain.boxes)
    style = chain.style
    return Graph(sizes, links, style.orientation, style.box_gap, style.rank_gap)


def _drawing(chain: _Chain, layout: Layout) -> Drawing:
    boxes = [
        shifting.box(box, centre.x - box.width / 2, centre.y - box.height / 2)
        for box, centre in zip(chain.boxes, layout.centres, strict=True)
    ]
    arrows = [
        chain_arrows.draw_arrow(*parts)
        for parts in zip(
            chain.flows, chain.looks, chain.words, layout.routes, chain.tips, strict=True
        )
    ]
    left, top, right, bottom = shifting.extent(boxes, arrows)
    dx, dy = _MARGIN - left, _MARGIN - top
    return Drawing(
        "",
        round(right - left + 2 * _MARGIN, 2),
        round(bottom - top + 2 * _MARGIN, 2),
        chain.style.orientation,
        tuple(shifting.box(box, dx, dy) for box in boxes),
        tuple(shifting.arrow(arrow, dx, dy) for arrow in arrows),
        legend=chain_looks.legend(chain.looks),
        engine=layout.engine,
        remarks=layout.remarks,
        description=_description(chain),
    )


def _description(chain: _Chain) -> str:
    counts = _("{places} places and {flows} flows.").format(
        places=len(chain.boxes), flows=len(chain.flows)
    )
    return " ".join([counts, *(box.tip + "." for box in chain.boxes), *chain.tips])


def _empty(title: str, remarks: tuple[str, ...]) -> Drawing:
    sentence = _("Nothing is on this map yet. Add the place where data is born.")
    width = measure.width(sentence, _SENTENCE_SIZE)
    line = Line(sentence, _MARGIN, _MARGIN + _SENTENCE_SIZE, width, _SENTENCE_SIZE, ink=Ink.TEXT2)
    return Drawing(
        measure.tidy(title),
        width + 2 * _MARGIN,
        2 * _MARGIN + 1.4 * _SENTENCE_SIZE,
        Orientation.TB,
        (),
        (),
        lines=(line,),
        remarks=remarks,
        description=sentence,
    )
