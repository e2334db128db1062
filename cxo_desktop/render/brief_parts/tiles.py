"""The row of large figures at the top of the first page, and how the engagement goes."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from cxo_desktop.domain.briefs import Health, Mood, Tile
from cxo_desktop.domain.drawing import Ink, Weight
from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.brief_parts.marks import Pill
from cxo_desktop.render.brief_parts.text import TaggedParagraph, fitted, line, plain, wrapped
from cxo_desktop.render.pdf_tags import Element

_HEIGHT = 74.0
_GAP = 10.0
_PAD = 10.0


class Tiles(Flowable):  # type: ignore[misc]
    """Up to four tiles of equal width."""

    def __init__(self, tiles: Sequence[Tile]) -> None:
        super().__init__()
        self._tiles = tuple(tiles)

    def wrap(self, available: float, _room: float) -> tuple[float, float]:
        self.width, self.height = available, _HEIGHT
        return self.width, self.height

    def draw(self) -> None:
        count = max(len(self._tiles), 3)
        each = (self.width - _GAP * (count - 1)) / count
        for number, tile in enumerate(self._tiles):
            self._draw_tile(tile, number * (each + _GAP), each)

    def _draw_tile(self, tile: Tile, x: float, width: float) -> None:
        canvas = self.canv
        with canvas.artifact():
            canvas.setFillColor(style.colour(Ink.SURFACE2))
            canvas.roundRect(x, 0, width, _HEIGHT, style.RADIUS, stroke=0, fill=1)
        inner = width - 2 * _PAD
        ink = Ink.TEXT if tile.mood is Mood.PLAIN else style.MOOD_INK[tile.mood][0]
        left = x + _PAD
        with canvas.tagged(canvas.tags.root.add(Element("P"))):
            label = fitted(tile.label, style.CAPTION, inner, Weight.SEMIBOLD)
            line(canvas, left, 57.5, label, style.CAPTION, weight=Weight.SEMIBOLD, ink=Ink.TEXT2)
            value = fitted(tile.value, style.KPI, inner, Weight.BOLD)
            line(canvas, left, 34, value, style.KPI, weight=Weight.BOLD, ink=ink)
            for row, words in enumerate(wrapped(tile.note, style.CAPTION, inner, 2)):
                line(canvas, left, 20 - 10.5 * row, words, style.CAPTION, ink=Ink.TEXT2)


class HealthLine(Flowable):  # type: ignore[misc]
    """A status in a word, and its numbers beside it."""

    def __init__(self, health: Health) -> None:
        super().__init__()
        self._pill = Pill(health.word, health.mood, role="P")
        self._words: TaggedParagraph = plain(health.text, style.NOTE)

    def wrap(self, available: float, room: float) -> tuple[float, float]:
        across, high = self._pill.wrap(available, room)
        self.width = available
        self.height = max(high, self._words.wrap(available - across - _GAP, room)[1])
        return self.width, self.height

    def draw(self) -> None:
        across, high = self._pill.SIZE
        self._pill.drawOn(self.canv, 0, self.height - high)
        words = self._words.height
        self._words.drawOn(self.canv, across + _GAP, self.height - words - max(0, high - words) / 2)
