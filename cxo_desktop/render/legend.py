"""The legend of a map set in rows below it: a sample of each arrow and what it means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cxo_desktop.domain.drawing import Ink, LegendEntry, Line, Point
from cxo_desktop.render import measure

SIZE = 8.5
ROW = 16.0
_SAMPLE = 26.0
_GAP = 6.0
_APART = 16.0


class Sample(NamedTuple):
    """A piece of an arrow with its meaning beside it; y downwards from the legend's top."""

    entry: LegendEntry
    start: Point
    end: Point
    line: Line


class Legend(NamedTuple):
    """All samples and the height that they take; nothing for an empty legend."""

    samples: tuple[Sample, ...]
    height: float


def place(entries: Iterable[LegendEntry], left: float, width: float) -> Legend:
    """Return the legend in rows between ``left`` and ``left + width`` points."""
    samples: list[Sample] = []
    x, row = left, 0
    for entry in entries:
        words = measure.width(entry.text, SIZE)
        breadth = _SAMPLE + _GAP + words
        if samples and x + breadth > left + width:
            x, row = left, row + 1
        y = (row + 0.5) * ROW
        line = Line(entry.text, x + _SAMPLE + _GAP, y + 3, words, SIZE, ink=Ink.TEXT2)
        samples.append(Sample(entry, Point(x, y), Point(x + _SAMPLE, y), line))
        x += breadth + _APART
    return Legend(tuple(samples), (row + 1) * ROW if samples else 0.0)
