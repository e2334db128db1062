"""Maps as files: drawn as SVG, PNG or PDF, or as data that other programs read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cxo_desktop.app.leaving import leaving, names_words
from cxo_desktop.app.map_compare import compare_maps
from cxo_desktop.app.map_documents import bpmn_text
from cxo_desktop.app.map_marks import marked
from cxo_desktop.app.map_overlays import Overlay, lay_over
from cxo_desktop.app.map_sheets import sheet_of
from cxo_desktop.app.maps import PAGE, MapCard, draw_map, map_card
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.drawing import Drawing, Orientation
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.map_sheets import MapSheet
from cxo_desktop.i18n import _
from cxo_desktop.store.files import write_whole

ENDINGS = (
    *(".svg", ".png", ".pdf"),
    *(".dot", ".gv", ".mermaid", ".mmd", ".graphml", ".drawio", ".bpmn"),
)


@dataclass(frozen=True, slots=True)
class MapLook:
    """How a map is drawn for a file; ``other`` is a map that differences are marked against."""

    orientation: Orientation | None = None
    fit: tuple[float, float] = PAGE
    overlay: Overlay | None = None
    other: str = ""


PLAIN = MapLook()


@dataclass(frozen=True, slots=True)
class MapExport:
    """A map as it was written, and in words what of it stayed here."""

    drawing: Drawing
    stayed: tuple[str, ...]


def export_map(dossier: Dossier, code: str, path: Path, look: MapLook = PLAIN) -> MapExport:
    """Write a map as its file's ending says, after the gate that the brief goes through.

    Raises InputRefused for an ending that is none of ENDINGS, NotFound for an unknown map.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise InputRefused(
            _("The map was not written."),
            _("{name} does not end in {endings}.").format(
                name=path.name, endings=", ".join(ENDINGS)
            ),
            _("Give the file one of these endings."),
        )
    card = map_card(dossier, code)
    bases = {card.base, *((map_card(dossier, look.other).base,) if look.other else ())}
    gate = leaving(dossier, bases)
    if ending == ".bpmn":
        from cxo_desktop.exchange.xml_words import rewritten

        drawing = draw_map(gate.kept, card.code, orientation=look.orientation, fit=look.fit)
        text, count = rewritten(bpmn_text(gate.kept, card, drawing), gate.clean)
        write_whole(path, text.encode())
        return MapExport(drawing, (*gate.stayed, *names_words(count)))
    safe = gate.without_names(bases)
    card = map_card(safe.dossier, safe.codes.get(card.code, card.code))
    other = safe.codes.get(look.other, look.other)
    drawing = drawn(safe.dossier, card.code, replace(look, other=other))
    write_whole(path, _content(safe.dossier, card, ending, drawing))
    return MapExport(drawing, (*gate.stayed, *names_words(safe.changed)))


def drawn(dossier: Dossier, code: str, look: MapLook) -> Drawing:
    """Return the drawing of a map with what is laid over it. Raises NotFound."""
    card = map_card(dossier, code)
    drawing = draw_map(dossier, card.code, orientation=look.orientation, fit=look.fit)
    if look.overlay is not None:
        drawing = lay_over(dossier, card, drawing, look.overlay)
    if look.other:
        drawing = marked(drawing, compare_maps(dossier, look.other, card.code))
    return drawing


def _content(dossier: Dossier, card: MapCard, ending: str, drawing: Drawing) -> bytes:
    from cxo_desktop.exchange import sheet_dot, sheet_drawio, sheet_graphml, sheet_mermaid
    from cxo_desktop.render.pdf_map import to_pdf
    from cxo_desktop.render.png import to_png
    from cxo_desktop.render.svg import to_svg

    pictures: Mapping[str, Callable[[Drawing], bytes]] = {
        ".svg": lambda drawing: to_svg(drawing).encode(),
        ".png": to_png,
        ".pdf": to_pdf,
    }
    if ending in pictures:
        return pictures[ending](drawing)
    sheet = sheet_of(dossier, card)
    if ending == ".drawio":
        return sheet_drawio.write(sheet, drawing).encode()
    writers: Mapping[str, Callable[[MapSheet], str]] = {
        ".graphml": sheet_graphml.write,
        ".dot": sheet_dot.write,
        ".gv": sheet_dot.write,
    }
    return writers.get(ending, sheet_mermaid.write)(sheet).encode()
