"""The vendored fonts as ReportLab knows them: registered once, always embedded."""

from __future__ import annotations

from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from cxo_desktop.domain.drawing import Weight
from cxo_desktop.render import fonts

REGULAR = fonts.name(Weight.REGULAR)
SEMIBOLD = fonts.name(Weight.SEMIBOLD)
BOLD = fonts.name(Weight.BOLD)


@cache
def register() -> None:
    """Make the three weights known by ``fonts.name(weight)``; ``<b>`` in markup is the semibold."""
    for weight in Weight:
        pdfmetrics.registerFont(TTFont(fonts.name(weight), str(fonts.path(weight))))
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=SEMIBOLD, italic=REGULAR, boldItalic=SEMIBOLD
    )
