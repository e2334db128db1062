"""Measures, type and colours of the brief, in points; nothing is smaller than 7 pt."""

from __future__ import annotations

from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from cxo_desktop.domain.briefs import Mood
from cxo_desktop.domain.drawing import Ink
from cxo_desktop.render import pdf_fonts
from cxo_desktop.render.palette import LIGHT

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE, TOP, BOTTOM = 48.0, 58.0, 54.0
WIDTH = PAGE_WIDTH - 2 * SIDE
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
GAP = 18.0
RADIUS = 5.0
SMALL, CAPTION, TABLE, KPI = 8.6, 8.0, 9.2, 18.5
SMALLEST = 7.0

MOOD_INK = {
    Mood.PLAIN: (Ink.TEXT2, Ink.SURFACE2),
    Mood.GOOD: (Ink.OK, Ink.OK_SOFT),
    Mood.WATCH: (Ink.WARN, Ink.WARN_SOFT),
    Mood.BAD: (Ink.BAD, Ink.BAD_SOFT),
}


@cache
def colour(ink: Ink) -> Any:
    """Return the colour of a role on paper."""
    return HexColor(LIGHT[ink])


def _type(name: str, size: float, leading: float, font: str, ink: Ink = Ink.TEXT) -> Any:
    return ParagraphStyle(
        name, fontName=font, fontSize=size, leading=leading, textColor=colour(ink), splitLongWords=1
    )


TITLE = _type("title", 23, 28, pdf_fonts.BOLD)
HEADING = _type("heading", 13, 17, pdf_fonts.BOLD)
SUBHEADING = _type("subheading", 10.5, 14, pdf_fonts.SEMIBOLD)
BODY = _type("body", 10, 14.4, pdf_fonts.REGULAR)
STRONG = _type("strong", 10, 14.4, pdf_fonts.SEMIBOLD)
NOTE = _type("note", SMALL, 12.4, pdf_fonts.REGULAR, Ink.TEXT2)
FINE = _type("fine", CAPTION, 11, pdf_fonts.REGULAR, Ink.TEXT2)
CELL = _type("cell", TABLE, 12.6, pdf_fonts.REGULAR)
HEAD = _type("head", CAPTION, 11, pdf_fonts.SEMIBOLD, Ink.TEXT2)
