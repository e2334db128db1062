"""A drawing in a PDF: vector lines, embedded fonts, Devanagari shaped and searchable."""

from __future__ import annotations

import io

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A0, A1, A2, A3, A4, landscape
from reportlab.pdfgen.canvas import Canvas

from cxo_desktop.domain.drawing import Drawing, Ink, Line, Weight
from cxo_desktop.i18n import _
from cxo_desktop.render import fonts, legend, measure, pdf_fold, pdf_fonts
from cxo_desktop.render.palette import LIGHT, Palette
from cxo_desktop.render.pdf_brush import Brush, paint, write_line
from cxo_desktop.render.printable import printable

SMALLEST = 7.0
_EDGE = 36.0
_HEADING = 26.0
_HEADING_SIZE = 13.0
_FOOT_SIZE = 8.0
_LARGEST = 1.25
_FRAME = 14.0
_PAPERS = (A4, A3, A2, A1, A0)


def to_pdf(drawing: Drawing, palette: Palette = LIGHT) -> bytes:
    """Return a drawing as A4 pages with title and legend, the same bytes for the same drawing.

    A map that would need text under 7 points to fit is folded into bands, over several pages if
    need be; where an arrow is cut, the same letter stands at both ends.
    """
    pdf_fonts.register()
    stream = io.BytesIO()
    page, plan = _best_plan(drawing)
    canvas = Canvas(stream, pagesize=page, invariant=1, initialFontName=fonts.name(Weight.REGULAR))
    canvas.setTitle(drawing.title)
    canvas.setSubject(drawing.description)
    canvas.setProducer("CxO Desktop")
    for number, bands in enumerate(plan.pages, 1):
        _page(canvas, drawing, page, palette)
        pdf_fold.paint_bands(
            canvas, drawing, plan, bands, (_EDGE, page[1] - _EDGE - _HEADING), palette
        )
        if len(plan.pages) > 1:
            said = _("Page {page} of {pages}").format(page=number, pages=len(plan.pages))
            write_line(canvas, Line(said, _EDGE, _EDGE / 2, 0, _FOOT_SIZE), palette[Ink.TEXT2])
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def to_page(drawing: Drawing, palette: Palette = LIGHT) -> bytes:
    """Return a drawing with its legend as one page that is as large as they are."""
    pdf_fonts.register()
    stream = io.BytesIO()
    key = legend.place(drawing.legend, _FRAME, drawing.width - 2 * _FRAME)
    height = drawing.height + key.height + _FRAME
    canvas = Canvas(
        stream,
        pagesize=(drawing.width, height),
        invariant=1,
        initialFontName=fonts.name(Weight.REGULAR),
    )
    canvas.setFillColor(HexColor(palette[Ink.SURFACE]))
    canvas.rect(0, 0, drawing.width, height, stroke=0, fill=1)
    paint(canvas, drawing, 0, height - drawing.height, 1, palette)
    _key(canvas, key, key.height + _FRAME / 2, palette)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _legend(drawing: Drawing, page: tuple[float, float]) -> legend.Legend:
    return legend.place(drawing.legend, _EDGE, page[0] - 2 * _EDGE)


def _room(drawing: Drawing, page: tuple[float, float]) -> tuple[float, float]:
    """Return width and height that heading and legend leave for the map."""
    height = page[1] - 2 * _EDGE - _HEADING - _legend(drawing, page).height
    return page[0] - 2 * _EDGE, height


def _best_plan(drawing: Drawing) -> tuple[tuple[float, float], pdf_fold.Plan]:
    """Return the page and plan with the largest words on the fewest pages.

    A map that is too broad for A4 even when folded takes larger paper.
    """
    for paper in _PAPERS:
        pages = [paper, landscape(paper)]
        plans = [pdf_fold.plan(drawing, _room(drawing, page), _LARGEST, SMALLEST) for page in pages]
        fitting = [pair for pair in zip(pages, plans, strict=True) if pair[1].fits]
        if fitting:
            return min(fitting, key=lambda pair: (len(pair[1].pages), -pair[1].scale))
    return pages[1], plans[1]


def _page(canvas: Canvas, drawing: Drawing, page: tuple[float, float], palette: Palette) -> None:
    """Set heading and legend."""
    title = measure.shorten(
        printable(drawing.title), _HEADING_SIZE, page[0] - 2 * _EDGE, Weight.SEMIBOLD
    )
    top = page[1] - _EDGE - _HEADING_SIZE
    heading = Line(title, _EDGE, top, 0, _HEADING_SIZE, Weight.SEMIBOLD)
    write_line(canvas, heading, palette[Ink.TEXT])
    key = _legend(drawing, page)
    _key(canvas, key, _EDGE + key.height, palette)


def _key(canvas: Canvas, key: legend.Legend, top: float, palette: Palette) -> None:
    brush = Brush(canvas, top, palette)
    for sample in key.samples:
        points = (sample.start, sample.start, sample.end, sample.end)
        brush.stroke(points, sample.entry.ink, sample.entry.width, sample.entry.dash)
        brush.text(sample.line)
