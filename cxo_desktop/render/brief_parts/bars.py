"""The two charts of the first page: asked beside needed, and who was heard.

Each is a figure with a claim above it and its numbers beside the bars; filled against outlined,
so that it reads in grey as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from cxo_desktop.domain.briefs import Ladder, Mood, Pair, PairChart, Rung
from cxo_desktop.domain.drawing import Ink, Weight
from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.brief_parts.boxes import Columns, Stack
from cxo_desktop.render.brief_parts.text import fitted, line, plain, width
from cxo_desktop.render.pdf_tags import Element

_BAR = 6.5


def titled(title: str, figure: Flowable, caption: str) -> Stack:
    """Return a figure under its claim and over its caption."""
    heading = plain(title, style.SUBHEADING, "H2")
    return Stack([heading, figure, plain(caption, style.FINE)], gap=5)


def charts(pairs: PairChart | None, ladder: Ladder | None, *, row: float) -> Columns | None:
    """Return the charts there are, side by side; ``row`` is the height of a pair of bars."""
    made = []
    if pairs:
        made.append(titled(pairs.title, PairBars(pairs, row), pairs.caption))
    if ladder:
        rungs = Rungs(ladder.rungs, ladder.alt, row - 6)
        made.append(titled(ladder.title, rungs, ladder.caption))
    return Columns(made, gap=26) if made else None


class PairBars(Flowable):  # type: ignore[misc]
    """Two bars an area: the first outlined, the second filled."""

    def __init__(self, chart: PairChart, row: float) -> None:
        super().__init__()
        self._row = row
        self._pairs = chart.pairs
        self._alt = chart.alt

    def wrap(self, available: float, _room: float) -> tuple[float, float]:
        self.width, self.height = available, self._row * len(self._pairs)
        return self.width, self.height

    def draw(self) -> None:
        widest = max(
            width(words, style.CAPTION)
            for pair in self._pairs
            for words in (pair.first_words, pair.second_words)
        )
        with self.canv.tagged(self.canv.tags.root.add(Element("Figure", alt=self._alt))):
            for number, pair in enumerate(self._pairs):
                self._draw_pair(pair, self.height - self._row * number, self.width - widest - 6)

    def _draw_pair(self, pair: Pair, top: float, longest: float) -> None:
        canvas = self.canv
        label = fitted(pair.label, style.SMALL, self.width)
        line(canvas, 0, top - 9, label, style.SMALL)
        canvas.setStrokeColor(style.colour(Ink.TEXT3))
        canvas.setLineWidth(0.8)
        for row, (share, words, ink) in enumerate(
            (
                (pair.first, pair.first_words, Ink.SURFACE),
                (pair.second, pair.second_words, Ink.ACCENT),
            )
        ):
            y = top - 20.5 - 9 * row
            long = max(0.8, longest * min(1.0, share))
            canvas.setFillColor(style.colour(ink))
            canvas.rect(0, y, long, _BAR, stroke=int(row == 0), fill=1)
            line(canvas, long + 4, y + 0.4, words, style.CAPTION, ink=Ink.TEXT2)


class Rungs(Flowable):  # type: ignore[misc]
    """One bar a level: its length is how many should be heard, filled as far as they were."""

    def __init__(self, rungs: Sequence[Rung], alt: str, row: float) -> None:
        super().__init__()
        self._row = row
        self._rungs = tuple(rungs)
        self._alt = alt

    def wrap(self, available: float, _room: float) -> tuple[float, float]:
        self.width, self.height = available, self._row * len(self._rungs)
        return self.width, self.height

    def draw(self) -> None:
        most = max(max(rung.target, rung.done) for rung in self._rungs)
        with self.canv.tagged(self.canv.tags.root.add(Element("Figure", alt=self._alt))):
            for number, rung in enumerate(self._rungs):
                self._draw_rung(rung, self.height - self._row * number, self.width / most)

    def _draw_rung(self, rung: Rung, top: float, unit: float) -> None:
        canvas = self.canv
        low = rung.mood is not Mood.PLAIN
        ink = Ink.BAD if rung.mood is Mood.BAD else Ink.WARN if low else Ink.TEXT
        weight = Weight.SEMIBOLD if low else Weight.REGULAR
        free = self.width - width(rung.words, style.SMALL, weight) - 8
        line(canvas, 0, top - 9, fitted(rung.label, style.SMALL, free), style.SMALL)
        line(
            canvas, self.width, top - 9, rung.words, style.SMALL, weight=weight, ink=ink, right=True
        )
        y = top - 20
        canvas.setLineWidth(0.8)
        canvas.setStrokeColor(style.colour(Ink.TEXT3))
        canvas.setFillColor(style.colour(Ink.SURFACE))
        canvas.rect(0, y, unit * rung.target, _BAR, stroke=1, fill=1)
        if rung.done:
            canvas.setFillColor(style.colour(Ink.WARN if low else Ink.ACCENT))
            canvas.rect(0, y, unit * rung.done, _BAR, stroke=0, fill=1)
