"""Maps as files: drawn as SVG, PNG or PDF, or as data that other programs read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from cxo_desktop.app.map_documents import bpmn_text
from cxo_desktop.app.map_sheets import sheet_of
from cxo_desktop.app.maps import MapCard, draw_map, map_card
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.drawing import Drawing
from cxo_desktop.domain.errors import InputRefused
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
        return bpmn_text(dossier, card, drawing)
    sheet = sheet_of(dossier, card)
    if ending == ".graphml":
        return sheet_graphml.write(sheet)
    if ending == ".drawio":
        return sheet_drawio.write(sheet, drawing)
    return sheet_dot.write(sheet) if ending in {".dot", ".gv"} else sheet_mermaid.write(sheet)
