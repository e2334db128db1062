"""What stands on every page around the text: the band, the header, the footer."""

from __future__ import annotations

from cxo_desktop.domain.briefs import Brief
from cxo_desktop.domain.drawing import Ink, Weight
from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.brief_parts.flow import Furniture
from cxo_desktop.render.brief_parts.text import fitted, line, width
from cxo_desktop.render.pdf_canvas import TaggedCanvas

_BAND = 6.0
_HEADER = 30.0
_RULE, _FOOTER = 40.0, 27.0


def furniture(brief: Brief, pages: int) -> Furniture:
    """Return what draws header and footer of a page of a brief of so many pages."""

    def draw(canvas: TaggedCanvas) -> None:
        across, high = canvas.size
        right = across - style.SIDE
        header = high - _HEADER
        page = brief.page_words.format(page=canvas.getPageNumber(), pages=pages)
        with canvas.artifact("Pagination"):
            canvas.setFillColor(style.colour(Ink.ACCENT))
            canvas.rect(0, high - _BAND, across, _BAND, stroke=0, fill=1)
            room = style.WIDTH - width(brief.reader, style.CAPTION) - style.GAP
            name = fitted(brief.organisation, style.CAPTION, room, Weight.SEMIBOLD)
            line(canvas, style.SIDE, header, name, style.CAPTION, weight=Weight.SEMIBOLD)
            line(canvas, right, header, brief.reader, style.CAPTION, ink=Ink.TEXT2, right=True)
            canvas.setStrokeColor(style.colour(Ink.BORDER))
            canvas.setLineWidth(0.6)
            canvas.line(style.SIDE, _RULE, right, _RULE)
            room = style.WIDTH - width(page, style.CAPTION) - style.GAP
            dated = fitted(brief.dated, style.CAPTION, room)
            line(canvas, style.SIDE, _FOOTER, dated, style.CAPTION, ink=Ink.TEXT2)
            line(canvas, right, _FOOTER, page, style.CAPTION, ink=Ink.TEXT2, right=True)

    return draw
