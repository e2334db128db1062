"""The brush that paints parts of a drawing on a PDF page: vectors, embedded fonts, shaped words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from cxo_desktop.domain.drawing import (
    Arrow,
    Badge,
    Box,
    Drawing,
    Icon,
    Ink,
    LaneBand,
    Line,
    Point,
)
from cxo_desktop.domain.outlines import outline
from cxo_desktop.render import actual_text, fonts, heads, icons, measure, pdf_fonts
from cxo_desktop.render.palette import LIGHT, Palette
from cxo_desktop.render.printable import printable

_COVER = 0.85


def paint(  # noqa: PLR0913, PLR0917 - a drawing, its place and its colours
    canvas: Canvas,
    drawing: Drawing,
    left: float,
    bottom: float,
    scale: float,
    palette: Palette = LIGHT,
) -> None:
    """Paint a drawing with its lower left corner at (left, bottom) points, times ``scale``.

    Words that the font cannot draw are replaced by what it can; the legend is not painted.
    """
    pdf_fonts.register()
    canvas.saveState()
    canvas.translate(left, bottom)
    canvas.scale(scale, scale)
    brush = Brush(canvas, drawing.height, palette)
    for lane in drawing.lanes:
        brush.lane(lane)
    for arrow in drawing.arrows:
        brush.arrow(arrow)
    for arrow in drawing.arrows:
        brush.label(arrow)
    for box in drawing.boxes:
        brush.box(box)
    brush.texts(drawing.lines)
    canvas.restoreState()


def write_line(canvas: Canvas, line: Line, colour: str) -> None:
    """Write one line of text at its place on the page, in a colour such as ``#1f2933``."""
    canvas.setFillColor(HexColor(colour))
    font = fonts.name(line.weight)
    actual_text.draw_line(canvas, line.x, line.y, line.text, font, line.size)


class Brush:
    """Paints parts of a drawing on a canvas; y is turned from downwards to upwards."""

    def __init__(self, canvas: Canvas, height: float, palette: Palette) -> None:
        self._canvas = canvas
        self._height = height
        self._palette = palette

    def lane(self, lane: LaneBand) -> None:
        """Paint a lane's frame and name."""
        self._pen(Ink.BORDER, 1)
        self._canvas.rect(
            lane.x, self._up(lane.y + lane.height), lane.width, lane.height, stroke=1, fill=0
        )
        self.text(lane.line)

    def arrow(self, arrow: Arrow) -> None:
        """Paint an arrow without its words."""
        self.stroke(arrow.points, arrow.ink, arrow.width, arrow.dash)
        path = self._canvas.beginPath()
        tip, *others = heads.head(arrow)
        path.moveTo(tip.x, self._up(tip.y))
        for corner in others:
            path.lineTo(corner.x, self._up(corner.y))
        path.close()
        self._fill(arrow.ink)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def label(self, arrow: Arrow) -> None:
        """Paint the words of an arrow on a ground that covers lines below them."""
        if arrow.label_box is not None:
            x, y, width, height = arrow.label_box
            self._canvas.setFillColor(HexColor(self._palette[Ink.SURFACE]), alpha=_COVER)
            self._canvas.rect(x, self._up(y + height), width, height, stroke=0, fill=1)
            self._canvas.setFillAlpha(1)
        self.texts(arrow.label)

    def box(self, box: Box) -> None:
        """Paint a box with icon, words and badges."""
        body, *inner = outline(box)
        width = 2.2 if box.bold else 1.0
        self._pen(box.stroke, width)
        self._fill(box.fill)
        self._canvas.drawPath(self._path(body), stroke=1, fill=1)
        for stripe in inner:
            self.stroke(stripe, box.stroke, width)
        if box.icon is not None:
            self.icon(box.icon)
        self.texts(box.lines)
        for badge in box.badges:
            self.badge(badge)

    def icon(self, icon: Icon) -> None:
        """Paint an icon on its square."""
        self._fill(icon.ground)
        self._canvas.roundRect(
            icon.x, self._up(icon.y + icon.side), icon.side, icon.side, icon.side / 4, 0, 1
        )
        width = icons.STROKE * icon.side * icons.SHARE / icons.UNITS
        for points in icons.placed(icon):
            self.stroke(points, icon.ink, width, rounded=True)

    def badge(self, badge: Badge) -> None:
        """Paint a badge, parted from what lies below by a rim of the ground."""
        self._pen(Ink.SURFACE, 1)
        self._fill(badge.fill)
        self._canvas.roundRect(
            badge.x,
            self._up(badge.y + badge.height),
            badge.width,
            badge.height,
            badge.height / 2,
            1,
            1,
        )
        self.text(badge.line)

    def stroke(
        self,
        points: Sequence[Point],
        ink: Ink,
        width: float,
        dash: Sequence[float] = (),
        *,
        rounded: bool = False,
    ) -> None:
        """Paint a chain of cubic curves."""
        self._pen(ink, width)
        self._canvas.setDash(list(dash))
        self._canvas.setLineCap(1 if rounded else 0)
        self._canvas.setLineJoin(1)
        self._canvas.drawPath(self._path(points), stroke=1, fill=0)
        self._canvas.setDash([])
        self._canvas.setLineCap(0)

    def texts(self, lines: Iterable[Line]) -> None:
        """Paint lines of text."""
        for line in lines:
            self.text(line)

    def text(self, line: Line) -> None:
        """Paint one line of text, no wider than it was measured."""
        words = printable(line.text)
        if words != line.text:
            words = measure.shorten(words, line.size, line.width + 1, line.weight)
        placed = Line(words, line.x, self._up(line.y), line.width, line.size, line.weight)
        write_line(self._canvas, placed, self._palette[line.ink])

    def _up(self, y: float) -> float:
        return self._height - y

    def _pen(self, ink: Ink, width: float) -> None:
        self._canvas.setStrokeColor(HexColor(self._palette[ink]))
        self._canvas.setLineWidth(width)

    def _fill(self, ink: Ink) -> None:
        self._canvas.setFillColor(HexColor(self._palette[ink]))

    def _path(self, points: Sequence[Point]) -> Any:
        path = self._canvas.beginPath()
        spots = [(spot.x, self._up(spot.y)) for spot in points]
        path.moveTo(*spots[0])
        for at in range(1, len(spots) - 2, 3):
            path.curveTo(*spots[at], *spots[at + 1], *spots[at + 2])
        return path
