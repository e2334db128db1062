"""Paragraphs and single lines of the brief, tagged for reading in order."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle

from cxo_desktop.domain.drawing import Ink, Weight
from cxo_desktop.render import fonts, measure, pdf_fonts
from cxo_desktop.render.actual_text import ShapedParagraph, draw_line, line_width
from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.pdf_tags import Element

_OUTLINE = {"H1": 0, "H2": 1}
# Lines are measured with kerning and drawn without: a hair's breadth of difference.
_SPARE = 0.97


class TaggedParagraph(ShapedParagraph):
    """A paragraph under its own tag, ``parent`` None being the root of the tree.

    Headings go into the outline with ``words``, their text without markup.
    """

    def __init__(
        self,
        markup: str,
        look: ParagraphStyle,
        role: str = "P",
        *,
        scope: str = "",
        words: str = "",
    ) -> None:
        pdf_fonts.register()
        super().__init__(markup, look)
        self._words = words
        self.role = role
        self.parent: Element | None = None
        self.scope = scope

    def draw(self) -> None:
        canvas = self.canv
        if self.role in _OUTLINE:
            canvas.heading(self._words, _OUTLINE[self.role])
        parent = self.parent or canvas.tags.root
        with canvas.tagged(parent.add(Element(self.role, scope=self.scope))):
            super().draw()


def plain(text: str, look: ParagraphStyle, role: str = "P") -> TaggedParagraph:
    """Return a paragraph of plain text."""
    return TaggedParagraph(escape(text), look, role, words=text)


def labelled(label: str, text: str, look: ParagraphStyle) -> TaggedParagraph:
    """Return a paragraph that begins with a label in semibold."""
    return TaggedParagraph(f"<b>{escape(label)}</b>&nbsp; {escape(text)}", look)


def line(  # noqa: PLR0913 - a line has a place, a size, a weight and a colour
    canvas: Any,
    x: float,
    y: float,
    text: str,
    size: float,
    *,
    weight: Weight = Weight.REGULAR,
    ink: Ink = Ink.TEXT,
    right: bool = False,
) -> None:
    """Draw one line from (x, y), the left end of its baseline, or ending there if ``right``."""
    name = fonts.name(weight)
    canvas.setFillColor(style.colour(ink))
    start = x - line_width(text, name, size) if right else x
    draw_line(canvas, start, y, text, name, size)


def width(text: str, size: float, weight: Weight = Weight.REGULAR) -> float:
    """Return the width of one line in points."""
    return line_width(text, fonts.name(weight), size)


def fitted(text: str, size: float, limit: float, weight: Weight = Weight.REGULAR) -> str:
    """Return the text, shortened with "…" if it is wider than ``limit`` points."""
    return measure.shorten(measure.tidy(text), size, limit * _SPARE, weight)


def wrapped(text: str, size: float, limit: float, most: int) -> tuple[str, ...]:
    """Return the text in at most ``most`` lines, none wider than ``limit`` points."""
    return measure.wrap(text, size, limit * _SPARE, most)
