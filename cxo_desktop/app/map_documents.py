"""A map as BPMN: the document it was imported from with its changes, or one of its own."""

from __future__ import annotations

from collections.abc import Mapping

from cxo_desktop.app.map_sheets import rows_of, sheet_of
from cxo_desktop.app.maps import CHAIN, MapCard, MapKind, draw_map, map_cards
from cxo_desktop.domain.datachain import DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.drawing import Drawing
from cxo_desktop.domain.processes import ProcessMap


def bpmn_text(dossier: Dossier, card: MapCard, drawing: Drawing) -> str:
    """Return the BPMN document of a map; a data chain becomes a process without lanes."""
    from cxo_desktop.exchange import bpmn_patch, bpmn_write
    from cxo_desktop.exchange.sheet_rows import to_rows

    names = {node.code: node.name for node in dossier.all(DataNode)}
    if card.base == CHAIN:
        return bpmn_write.write(to_rows(sheet_of(dossier, card)).maps[0], drawing, names)
    document = document_of(dossier, card.base) if card.kind is MapKind.PROCESS else None
    if document is None:
        return bpmn_write.write(rows_of(dossier, card), drawing, names)
    source, scopes = document
    drawn = {
        number: (
            rows_of(dossier, one),
            drawing if one.code == card.code else draw_map(dossier, one.code),
        )
        for number, one in scopes.items()
    }
    return bpmn_patch.patch(source, drawn)


def document_of(dossier: Dossier, code: str) -> tuple[str, dict[int, MapCard]] | None:
    """Return the imported document of a map and the cards of all its maps by their number."""
    rows = dossier.by_code(ProcessMap)
    if code not in rows:
        return None
    marks = _marks(rows[code])
    home = str(marks.get("of") or code)
    source = _marks(rows[home]).get("source") if home in rows else None
    if not isinstance(source, str):
        return None
    cards = {card.code: card for card in map_cards(dossier)}
    scopes: dict[int, MapCard] = {}
    for row in rows.values():
        own = _marks(row)
        number = own.get("scope")
        if isinstance(number, int) and home in {own.get("of"), row.code}:
            scopes[number] = cards[row.code]
    return source, scopes


def _marks(row: ProcessMap) -> Mapping[str, object]:
    from cxo_desktop.exchange.bpmn_read import KEY

    marks = row.extra.get(KEY)
    return marks if isinstance(marks, dict) else {}
