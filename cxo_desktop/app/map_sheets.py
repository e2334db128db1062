"""A map of an engagement as data for files of other programs."""

from __future__ import annotations

from cxo_desktop.app.maps import CHAIN, MapCard, chain_rows, process_rows
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.map_sheets import MapSheet, ReadMap, SheetBox, SheetLink
from cxo_desktop.domain.plain import to_plain
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.domain.records import Json, Record
from cxo_desktop.i18n import _

_SPOKEN = frozenset({"id", "label", "name", "kind", "lane", "from", "to", "condition"})


def sheet_of(dossier: Dossier, card: MapCard) -> MapSheet:
    """Return boxes, links and lanes of a map, sorted by code."""
    if card.base == CHAIN:
        return _chain(dossier, card)
    rows = rows_of(dossier, card)
    lanes = dict.fromkeys(
        [*rows.map.lanes, *sorted({step.lane for step in rows.steps if step.lane})]
    )
    return MapSheet(
        card.name,
        tuple(_step(step) for step in rows.steps),
        tuple(_move(move, number) for number, move in enumerate(rows.transitions, 1)),
        tuple(lanes),
    )


def rows_of(dossier: Dossier, card: MapCard) -> ReadMap:
    """Return the rows of a process map as it is drawn, steps and arrows in a lasting order."""
    process = dossier.by_code(ProcessMap).get(card.base, ProcessMap(code=card.base))
    shown = process_rows(dossier, card)
    return ReadMap(
        process,
        tuple(sorted(shown.steps, key=lambda step: (step.id, step.code))),
        tuple(sorted(shown.transitions, key=lambda move: (move.id, move.source, move.target))),
    )


def _chain(dossier: Dossier, card: MapCard) -> MapSheet:
    nodes, flows = chain_rows(dossier, card)
    boxes = (
        SheetBox(node.code, str(node.kind or "file"), node.name, facts=_facts(node))
        for node in sorted(nodes, key=lambda node: node.code)
    )
    links = (
        SheetLink(
            flow.code, flow.source, flow.target, _way(flow.method, flow.frequency), _facts(flow)
        )
        for flow in sorted(flows, key=lambda flow: flow.code)
    )
    return MapSheet(card.name, tuple(boxes), tuple(links))


def _way(method: str | None, frequency: str | None) -> str:
    return ", ".join(part.replace("_", " ") for part in (frequency, method) if part)


def _step(step: Step) -> SheetBox:
    label = step.label or step.code
    return SheetBox(step.code, str(step.kind or "task"), label, step.lane or "", _facts(step))


def _move(move: Transition, number: int) -> SheetLink:
    words = move.condition or ""
    if move.share is not None:
        share = _("{share} %").format(share=round(100 * move.share))
        words = f"{words} · {share}" if words else share
    return SheetLink(move.code or f"t{number}", move.source, move.target, words, _facts(move))


def _facts(record: Record) -> dict[str, Json]:
    """Return the fields of a row that its words do not tell; nothing that a file kept aside."""
    return {
        key: value
        for key, value in to_plain(record).items()
        if key not in _SPOKEN and key not in record.extra
    }
