"""Maps as files: drawn as SVG, PNG or PDF, or as data that other programs read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from cxo_desktop.app.map_sheets import rows_of, sheet_of
from cxo_desktop.app.maps import CHAIN, MapCard, MapKind, draw_map, map_card, map_cards
from cxo_desktop.domain.datachain import DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.drawing import Drawing
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.processes import ProcessMap
from cxo_desktop.i18n import _
from cxo_desktop.store.files import write_whole

ENDINGS = (
    *(".svg", ".png", ".pdf"),
    *(".dot", ".gv", ".mermaid", ".mmd", ".graphml", ".drawio", ".bpmn"),
)
PICTURES = frozenset(ENDINGS[:3])


def write_map(drawing: Drawing, path: Path) -> None:
    """Write a drawing as SVG, PNG or PDF, by the file's ending. Raises InputRefused for others."""
    from cxo_desktop.render.pdf_map import to_pdf
    from cxo_desktop.render.png import to_png
    from cxo_desktop.render.svg import to_svg

    writers: Mapping[str, Callable[[Drawing], bytes]] = {
        ".svg": lambda drawn: to_svg(drawn).encode(),
        ".png": to_png,
        ".pdf": to_pdf,
    }
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise _wrong_ending(path)
    write_whole(path, writer(drawing))


def export_map(dossier: Dossier, code: str, path: Path, drawing: Drawing | None = None) -> None:
    """Write a map as its file's ending says; pictures as drawn, others with all that is known.

    Raises InputRefused for an ending that is none of ENDINGS, NotFound for an unknown map.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise _wrong_ending(path)
    card = map_card(dossier, code)
    drawing = drawing or draw_map(dossier, card.code)
    if ending in PICTURES:
        write_map(drawing, path)
        return
    write_whole(path, _data(dossier, card, ending, drawing).encode())


def _wrong_ending(path: Path) -> InputRefused:
    return InputRefused(
        _("The map was not written."),
        _("{name} does not end in {endings}.").format(name=path.name, endings=", ".join(ENDINGS)),
        _("Give the file one of these endings."),
    )


def _data(dossier: Dossier, card: MapCard, ending: str, drawing: Drawing) -> str:
    from cxo_desktop.exchange import sheet_dot, sheet_drawio, sheet_graphml, sheet_mermaid

    if ending == ".bpmn":
        return _bpmn(dossier, card, drawing)
    sheet = sheet_of(dossier, card)
    if ending == ".graphml":
        return sheet_graphml.write(sheet)
    if ending == ".drawio":
        return sheet_drawio.write(sheet, drawing)
    return sheet_dot.write(sheet) if ending in {".dot", ".gv"} else sheet_mermaid.write(sheet)


def _bpmn(dossier: Dossier, card: MapCard, drawing: Drawing) -> str:
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
