"""The maps of an engagement: which there are, how each is drawn, and written to a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from cxo_desktop.app.map_disputes import disputed
from cxo_desktop.app.map_fold import FoldedMap, fold
from cxo_desktop.app.unfiled import missing_maps, with_missing_nodes, with_missing_steps
from cxo_desktop.domain.datachain import DataFlow, DataNode, Scenario
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.drawing import Drawing, Orientation
from cxo_desktop.domain.enums import MapVariant, NoteKind
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.map_places import Places, lane_heights, places_of
from cxo_desktop.domain.processes import ProcessMap
from cxo_desktop.domain.tools import Tool
from cxo_desktop.i18n import _

if TYPE_CHECKING:
    from cxo_desktop.analysis.step_scenarios import DrawnMap
    from cxo_desktop.render.engines.patched import Ways

CHAIN = "chain"
PAGE = (499.0, 640.0)


class MapKind(StrEnum):
    """What a map shows."""

    CHAIN = "chain"
    SCENARIO = "scenario"
    PROCESS = "process"


@dataclass(frozen=True, slots=True)
class MapCard:
    """What a list of maps shows of each.

    ``base`` is the code of the map it is drawn like: a scenario's is the chain or the process
    map that it edits. ``variant`` tells what is from what should be.
    """

    code: str
    name: str
    kind: MapKind
    base: str
    variant: MapVariant | None = None


def map_cards(dossier: Dossier) -> tuple[MapCard, ...]:
    """Return the maps: the data chain, what each scenario makes of it, the process maps."""
    scenarios = (
        MapCard(one.code, one.name, MapKind.SCENARIO, one.map or CHAIN)
        for one in dossier.all(Scenario)
    )
    processes = (
        MapCard(one.code, one.name, MapKind.PROCESS, one.code, one.variant)
        for one in (*dossier.all(ProcessMap), *missing_maps(dossier))
    )
    return (MapCard(CHAIN, _("Data chain"), MapKind.CHAIN, CHAIN), *scenarios, *processes)


def map_card(dossier: Dossier, code: str) -> MapCard:
    """Return the map of that code, or else of that name. Raises NotFound."""
    cards = map_cards(dossier)
    for card in sorted(cards, key=lambda card: card.code != code):
        if code in (card.code, card.name):
            return card
    raise NotFound(
        _("There is no map “{code}”.").format(code=code),
        _("These exist: {codes}.").format(codes=", ".join(card.code for card in cards)),
        _("Name one of these."),
    )


def draw_map(  # noqa: PLR0913 - what is drawn, and how, all by keyword
    dossier: Dossier,
    code: str,
    *,
    orientation: Orientation | None = None,
    fit: tuple[float, float] = PAGE,
    tidy: bool = False,
    folded: Collection[str] = (),
    before: Drawing | None = None,
    routed: bool = True,
    cancelled: Callable[[], bool] = lambda: False,
) -> Drawing:
    """Draw the map of that code (or name) so that it is as large as can be inside ``fit`` points.

    Boxes whose place is stored stand there, and others near their neighbours, unless the map is
    to be ``tidy`` or an ``orientation`` is asked for: then it is laid out anew. Where boxes stay,
    a drawing from ``before`` an edit gives its arrows to this one, which is quick; without being
    ``routed`` arrows are mere lines, for who wants to know the places only. Lanes that are
    ``folded`` are one box each.
    Raises NotFound for a map that is not there, Cancelled when asked to stop.
    """
    from cxo_desktop.render.disputes import mark
    from cxo_desktop.render.engines.patched import Ways

    card, ways = map_card(dossier, code), Ways(before, routed)
    places = {} if tidy or orientation else places_of(dossier, card.base)
    if card.base != CHAIN:
        drawing = _draw_process(dossier, card, places, folded, ways, cancelled)
        drawing = _only_level(drawing) if orientation is Orientation.TB else drawing
    else:
        drawing = _draw_chain(dossier, card, places, ways, orientation, fit, cancelled)
    return mark(drawing, disputed(dossier, card.base))


def _only_level(drawing: Drawing) -> Drawing:
    remark = _("Lanes lie level: a process map always reads from left to right.")
    return replace(drawing, remarks=(*drawing.remarks, remark))


def _draw_process(  # noqa: PLR0913, PLR0917 - a process, where and how
    dossier: Dossier,
    card: MapCard,
    places: Places,
    folded: Collection[str],
    ways: Ways,
    cancelled: Callable[[], bool],
) -> Drawing:
    from cxo_desktop.render.lane_map import draw_process

    process = dossier.by_code(ProcessMap).get(card.base, ProcessMap(code=card.base))
    rows = process_rows(dossier, card)
    counts = _behind_steps(dossier, card.base)
    shown = fold(FoldedMap(rows.steps, rows.transitions, places, *counts), folded)
    return draw_process(
        replace(process, name=card.name),
        with_missing_steps(shown.steps, shown.transitions),
        shown.transitions,
        tool_names={tool.code: tool.name for tool in dossier.all(Tool)},
        evidence=shown.evidence,
        pains=shown.pains,
        places=shown.places,
        heights=lane_heights(dossier, card.base),
        ways=ways,
        cancelled=cancelled,
    )


def process_rows(dossier: Dossier, card: MapCard) -> DrawnMap:
    """Return the steps and arrows of a process map, as it is or as a scenario makes it."""
    from cxo_desktop.analysis.step_scenarios import drawn, edited_map

    if card.kind is MapKind.SCENARIO:
        return edited_map(dossier, dossier.by_code(Scenario)[card.code])
    return drawn(dossier, card.base)


def _draw_chain(  # noqa: PLR0913, PLR0917 - a chain, where and how
    dossier: Dossier,
    card: MapCard,
    places: Places,
    ways: Ways,
    orientation: Orientation | None,
    fit: tuple[float, float],
    cancelled: Callable[[], bool],
) -> Drawing:
    from cxo_desktop.analysis.chain import chain
    from cxo_desktop.analysis.paths import leg
    from cxo_desktop.render.chain_map import draw_chain

    nodes, flows = with_missing_nodes(*chain_rows(dossier, card))
    figure = chain(dossier, flows)
    hours = {flow.code: float(leg(flow).typical_hours) for flow in flows}
    hours |= {step.flow: float(step.typical_hours) for step in figure.legs}
    evidence, pains = _behind(dossier, flows)
    return draw_chain(
        nodes,
        flows,
        title=card.name,
        on_path=frozenset(figure.critical_flows),
        hours=hours,
        tool_names={tool.code: tool.name for tool in dossier.all(Tool)},
        evidence=evidence,
        pains=pains,
        orientation=orientation,
        fit=fit,
        places=places,
        ways=ways,
        cancelled=cancelled,
    )


def chain_rows(
    dossier: Dossier, card: MapCard
) -> tuple[tuple[DataNode, ...], tuple[DataFlow, ...]]:
    """Return nodes and flows to draw: all of the chain, of a scenario those still in use."""
    from cxo_desktop.analysis.scenarios import edited_flows

    nodes = dossier.all(DataNode)
    if card.kind is MapKind.CHAIN:
        return nodes, dossier.all(DataFlow)
    flows = edited_flows(dossier, dossier.by_code(Scenario)[card.code]).flows
    used = {end for flow in flows for end in (flow.source, flow.target)}
    return tuple(node for node in nodes if node.code in used), flows


def _behind(
    dossier: Dossier, flows: Sequence[DataFlow]
) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Return how many notes, and how many pain points, point at each node or its flows."""
    ends = {flow.code: (flow.source, flow.target) for flow in flows}
    evidence: Counter[str] = Counter()
    pains: Counter[str] = Counter()
    for note in dossier.all(Note):
        places = {end for ref in note.refs for end in ends.get(ref, (ref,))}
        evidence.update(places)
        if note.kind is NoteKind.PAIN_POINT:
            pains.update(places)
    return evidence, pains


def _behind_steps(dossier: Dossier, code: str) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Return how many notes, and how many pain points, point at each step of a process map."""
    evidence: Counter[str] = Counter()
    pains: Counter[str] = Counter()
    for note in dossier.all(Note):
        places = {
            step for map_, _slash, step in (ref.partition("/") for ref in note.refs) if map_ == code
        }
        evidence.update(places - {""})
        if note.kind is NoteKind.PAIN_POINT:
            pains.update(places - {""})
    return evidence, pains
