"""Look only at what leads to a box, or at what follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cxo_desktop.domain.drawing import Drawing, Ink, LegendEntry
from cxo_desktop.i18n import _


def focused(drawing: Drawing, code: str, *, downstream: bool) -> Drawing:
    """Return the drawing with everything in grey that a box neither comes from nor leads to.

    ``downstream`` keeps what follows from the box, else what leads to it. An arrow stands for the
    box at its far end. A code that is not on the map changes nothing.
    """
    arrow = next((one for one in drawing.arrows if one.code == code), None)
    start = (arrow.head if downstream else arrow.tail) if arrow is not None else code
    if all(box.code != start for box in drawing.boxes):
        return drawing
    ways = ((one.tail, one.head) if downstream else (one.head, one.tail) for one in drawing.arrows)
    kept = _reached(start, ways)
    words = _("Follows from it") if downstream else _("Leads to it")
    return replace(
        drawing,
        boxes=tuple(
            box if box.code in kept else replace(box, stroke=Ink.BORDER, fill=Ink.SURFACE2)
            for box in drawing.boxes
        ),
        arrows=tuple(
            replace(one, width=2.4)
            if {one.tail, one.head} <= kept
            else replace(one, ink=Ink.BORDER, width=0.8)
            for one in drawing.arrows
        ),
        legend=(
            LegendEntry(
                _("{words}: {count} of {whole}").format(
                    words=words, count=len(kept) - 1, whole=len(drawing.boxes)
                ),
                Ink.TEXT3,
                2.4,
                (),
            ),
            *drawing.legend,
        ),
    )


def _reached(start: str, ways: Iterable[tuple[str, str]]) -> set[str]:
    onward: dict[str, set[str]] = {}
    for one, other in ways:
        onward.setdefault(one, set()).add(other)
    kept, waiting = {start}, [start]
    while waiting:
        for other in onward.get(waiting.pop(), set()) - kept:
            kept.add(other)
            waiting.append(other)
    return kept
