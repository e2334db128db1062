"""The maps of an engagement: which there are, how each is drawn, and written to a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cxo_desktop.domain.datachain import DataFlow, DataNode, Scenario
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.drawing import Drawing, Orientation
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.tools import Tool
from cxo_desktop.i18n import _
from cxo_desktop.store.files import write_whole

CHAIN = "chain"
PAGE = (499.0, 640.0)


class MapKind(StrEnum):
    """What a map shows."""

    CHAIN = "chain"
    SCENARIO = "scenario"


@dataclass(frozen=True, slots=True)
class MapCard:
    """What a list of maps shows of each."""

    code: str
    name: str
    kind: MapKind


def map_cards(dossier: Dossier) -> tuple[MapCard, ...]:
    """Return the maps: the data chain, then what each scenario makes of it."""
    scenarios = (
        MapCard(scenario.code, scenario.name, MapKind.SCENARIO)
        for scenario in dossier.all(Scenario)
    )
    return (MapCard(CHAIN, _("Data chain"), MapKind.CHAIN), *scenarios)


def draw_map(
    dossier: Dossier,
    code: str,
    *,
    orientation: Orientation | None = None,
    fit: tuple[float, float] = PAGE,
    cancelled: Callable[[], bool] = lambda: False,
) -> Drawing:
    """Draw the map of that code (or name) so that it is as large as can be inside ``fit`` points.

    Raises NotFound for a map that is not there, Cancelled when asked to stop.
    """
    from cxo_desktop.analysis.chain import chain
    from cxo_desktop.analysis.paths import leg
    from cxo_desktop.render.chain_map import draw_chain

    card = _card(dossier, code)
    flows = _flows(dossier, card)
    figure = chain(dossier, flows)
    hours = {flow.code: float(leg(flow).typical_hours) for flow in flows}
    hours |= {step.flow: float(step.typical_hours) for step in figure.legs}
    evidence, pains = _behind(dossier, flows)
    return draw_chain(
        _nodes(dossier, card, flows),
        flows,
        title=card.name,
        on_path=frozenset(figure.critical_flows),
        hours=hours,
        tool_names={tool.code: tool.name for tool in dossier.all(Tool)},
        evidence=evidence,
        pains=pains,
        orientation=orientation,
        fit=fit,
        cancelled=cancelled,
    )


def write_map(drawing: Drawing, path: Path) -> None:
    """Write a drawing as SVG or PDF, by the file's ending. Raises InputRefused for others."""
    from cxo_desktop.render.pdf_map import to_pdf
    from cxo_desktop.render.svg import to_svg

    writers: Mapping[str, Callable[[Drawing], bytes]] = {
        ".svg": lambda drawn: to_svg(drawn).encode(),
        ".pdf": to_pdf,
    }
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise InputRefused(
            _("The map was not written."),
            _("{name} does not end in {endings}.").format(
                name=path.name, endings=", ".join(writers)
            ),
            _("Give the file one of these endings."),
        )
    write_whole(path, writer(drawing))


def _card(dossier: Dossier, code: str) -> MapCard:
    cards = map_cards(dossier)
    for card in cards:
        if code in (card.code, card.name):
            return card
    raise NotFound(
        _("There is no map “{code}”.").format(code=code),
        _("These exist: {codes}.").format(codes=", ".join(card.code for card in cards)),
        _("Name one of these."),
    )


def _flows(dossier: Dossier, card: MapCard) -> tuple[DataFlow, ...]:
    from cxo_desktop.analysis.scenarios import edited_flows

    if card.kind is MapKind.CHAIN:
        return dossier.all(DataFlow)
    return edited_flows(dossier, dossier.by_code(Scenario)[card.code]).flows


def _nodes(dossier: Dossier, card: MapCard, flows: Sequence[DataFlow]) -> tuple[DataNode, ...]:
    """Return the nodes to draw: all of the chain, of a scenario those that are still in use."""
    nodes = dossier.all(DataNode)
    if card.kind is MapKind.CHAIN:
        return nodes
    used = {end for flow in flows for end in (flow.source, flow.target)}
    return tuple(node for node in nodes if node.code in used)


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
