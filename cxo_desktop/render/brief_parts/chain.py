"""The data chain on a page: as large as there is room, never with text smaller than 7 pt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from cxo_desktop.domain.briefs import Labelled
from cxo_desktop.domain.drawing import Drawing, LegendEntry
from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.brief_parts.boxes import Stack
from cxo_desktop.render.brief_parts.text import fitted, line, plain, width
from cxo_desktop.render.pdf_brush import paint
from cxo_desktop.render.pdf_tags import Element
from cxo_desktop.render.shifting import smallest_text

# Rooms for a map: beside its callouts, on an upright page of its own, on one that is turned.
BESIDE = (style.WIDTH * 0.69, 570.0)
UPRIGHT = (style.WIDTH, style.HEIGHT - 72.0)
TURNED = (style.PAGE_HEIGHT - 2 * style.SIDE, style.PAGE_WIDTH - style.TOP - style.BOTTOM - 60.0)
_LARGEST = 1.05
_SAMPLE, _GAP, _APART, _ROW = 20.0, 5.0, 14.0, 12.0


def scale(drawing: Drawing, room: tuple[float, float]) -> float:
    """Return by what a drawing is multiplied to fit into ``room`` (width, height)."""
    return min(room[0] / drawing.width, room[1] / drawing.height, _LARGEST)


def is_readable(drawing: Drawing, room: tuple[float, float]) -> bool:
    """Tell whether no text of a drawing would be smaller than 7 pt in ``room``."""
    return smallest_text(drawing, style.SMALLEST) * scale(drawing, room) >= style.SMALLEST


class MapPart(Flowable):  # type: ignore[misc]
    """A drawing, scaled into ``room`` (width, height) and told by ``alt``."""

    def __init__(self, drawing: Drawing, room: tuple[float, float], alt: str) -> None:
        super().__init__()
        self._drawing = drawing
        self._scale = scale(drawing, room)
        self._alt = alt
        self.across = drawing.width * self._scale

    def wrap(self, available: float, _room: float) -> tuple[float, float]:
        self.width, self.height = available, self._drawing.height * self._scale
        return self.width, self.height

    def draw(self) -> None:
        left = max(0.0, (self.width - self.across) / 2)
        with self.canv.tagged(self.canv.tags.root.add(Element("Figure", alt=self._alt))):
            paint(self.canv, self._drawing, left, 0, self._scale)


class LegendPart(Flowable):  # type: ignore[misc]
    """What the arrows mean: a piece of each with its words, in rows."""

    def __init__(self, entries: Sequence[LegendEntry]) -> None:
        super().__init__()
        self._entries = tuple(entries)

    def wrap(self, available: float, _room: float) -> tuple[float, float]:
        self.width = available
        self._rows = self._in_rows()
        self.height = _ROW * len(self._rows)
        return self.width, self.height

    def _in_rows(self) -> list[list[LegendEntry]]:
        rows: list[list[LegendEntry]] = []
        left = 0.0
        for entry in self._entries:
            across = _SAMPLE + _GAP + width(entry.text, style.CAPTION)
            if not rows or left + across > self.width:
                rows.append([])
                left = 0.0
            rows[-1].append(entry)
            left += across + _APART
        return rows

    def draw(self) -> None:
        with self.canv.tagged(self.canv.tags.root.add(Element("P"))):
            for number, row in enumerate(self._rows):
                self._draw_row(row, self.height - _ROW * (number + 1) + 3)

    def _draw_row(self, row: Sequence[LegendEntry], y: float) -> None:
        x = 0.0
        for entry in row:
            _sample(self.canv, entry, x, y + 2.8)
            words = fitted(entry.text, style.CAPTION, self.width - _SAMPLE - _GAP)
            line(self.canv, x + _SAMPLE + _GAP, y, words, style.CAPTION)
            x += _SAMPLE + _GAP + width(words, style.CAPTION) + _APART


def _sample(canvas: Any, entry: LegendEntry, x: float, y: float) -> None:
    canvas.setStrokeColor(style.colour(entry.ink))
    canvas.setLineWidth(entry.width)
    canvas.setDash(list(entry.dash))
    canvas.line(x, y, x + _SAMPLE, y)
    canvas.setDash()


def callouts(told: Sequence[Labelled]) -> Stack:
    """Return what to read from a map, one below the other."""
    return Stack(
        [
            Stack([plain(it.label, style.SUBHEADING), plain(it.text, style.NOTE)], gap=1)
            for it in told
        ],
        gap=8,
    )
