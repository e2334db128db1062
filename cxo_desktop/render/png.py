"""A drawing as a PNG picture, without a window: one PDF page as large as the map, rastered."""

from __future__ import annotations

import io

from cxo_desktop.domain.drawing import Drawing
from cxo_desktop.render.palette import LIGHT, Palette
from cxo_desktop.render.pdf_map import to_page

SCALE = 2.0
LARGEST = 40_000_000


def to_png(drawing: Drawing, palette: Palette = LIGHT, scale: float = SCALE) -> bytes:
    """Return the map with its legend, ``scale`` pixels a point; less if it would be enormous."""
    import pypdfium2

    document = pypdfium2.PdfDocument(to_page(drawing, palette))
    try:
        page = document[0]
        width, height = page.get_size()
        scale = min(scale, (LARGEST / (width * height)) ** 0.5)
        picture = page.render(scale=scale).to_pil()
    finally:
        document.close()
    stream = io.BytesIO()
    picture.save(stream, "PNG", optimize=False)
    return stream.getvalue()
