"""Small marks that say a status or a number without needing colour."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from cxo_desktop.domain.briefs import Mood
from cxo_desktop.domain.drawing import Ink, Weight
from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.brief_parts.text import line, width
from cxo_desktop.render.pdf_tags import Element


class Pill(Flowable):  # type: ignore[misc]
    """A status as a shape and a word, so that it needs no colour."""

    SIZE = (70.0, 15.0)

    def __init__(self, word: str, mood: Mood, role: str = "TD") -> None:
        super().__init__()
        self._word = word
        self._mood = mood
        self._role = role
        self.parent: Element | None = None

    def wrap(self, _available: float, _room: float) -> tuple[float, float]:
        self.width, self.height = self.SIZE
        return self.SIZE

    def draw(self) -> None:
        canvas = self.canv
        ink, soft = style.MOOD_INK[self._mood]
        with canvas.tagged((self.parent or canvas.tags.root).add(Element(self._role))):
            canvas.setFillColor(style.colour(soft))
            canvas.roundRect(0, 0, self.width, self.height, self.height / 2, stroke=0, fill=1)
            canvas.setFillColor(style.colour(ink))
            _mark(canvas, self._mood)
            line(canvas, 20, 4.6, self._word, style.CAPTION, weight=Weight.SEMIBOLD, ink=ink)


def _mark(canvas: Any, mood: Mood) -> None:
    """Draw a triangle for bad, a square for watch, a circle for good, a bar for the rest."""
    if mood is Mood.BAD:
        path = canvas.beginPath()
        path.moveTo(8, 4.2)
        path.lineTo(16, 4.2)
        path.lineTo(12, 11.4)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
    elif mood is Mood.WATCH:
        canvas.rect(8.6, 4.2, 6.6, 6.6, stroke=0, fill=1)
    elif mood is Mood.GOOD:
        canvas.circle(12, 7.5, 3.7, stroke=0, fill=1)
    else:
        canvas.rect(8, 6.4, 8, 2.2, stroke=0, fill=1)


class Dots:
    """How many of how many, as filled and empty dots."""

    STEP = 7.0

    def __init__(self, filled: int, of: int) -> None:
        self._filled = filled
        self._of = of
        self.across = self.STEP * of

    def paint(self, canvas: Any, x: float, y: float) -> None:
        """Draw the dots, the centre of the first at (x, y)."""
        canvas.setStrokeColor(style.colour(Ink.ACCENT))
        canvas.setLineWidth(0.8)
        for dot in range(self._of):
            canvas.setFillColor(style.colour(Ink.ACCENT if dot < self._filled else Ink.SURFACE))
            canvas.circle(x + self.STEP * dot, y, 2.3, stroke=1, fill=1)


class Pips(Flowable):  # type: ignore[misc]
    """A cell of a table with a number and its dots."""

    def __init__(self, filled: int, of: int) -> None:
        super().__init__()
        self._number = str(filled)
        self._dots = Dots(filled, of)
        self.parent: Element | None = None

    def wrap(self, available: float, _room: float) -> tuple[float, float]:
        self.width, self.height = available, 12.6
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        with canvas.tagged((self.parent or canvas.tags.root).add(Element("TD"))):
            line(canvas, 0, 3, self._number, style.TABLE)
            self._dots.paint(canvas, width("00", style.TABLE) + 5, 6.2)
