"""Marks on what people contradict each other about: a word on a box, a dash for an arrow."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from cxo_desktop.domain.drawing import Arrow, Box, Drawing, Ink, LegendEntry
from cxo_desktop.i18n import _
from cxo_desktop.render import badges

_DASH, _WIDTH, _SIZE = (2.0, 2.0), 2.2, 8.0
_ABOVE = 3.0


def mark(drawing: Drawing, parts: Container[str]) -> Drawing:
    """Return the drawing with marks on the boxes and arrows of these codes; same places."""
    boxes = tuple(_box(it) if it.code in parts else it for it in drawing.boxes)
    arrows = tuple(
        _arrow(it) if it.code in parts or f"{it.tail}>{it.head}" in parts else it
        for it in drawing.arrows
    )
    if (boxes, arrows) == (drawing.boxes, drawing.arrows):
        return drawing
    told = LegendEntry(_("Two people disagree"), Ink.BAD, _WIDTH, _DASH)
    return replace(drawing, boxes=boxes, arrows=arrows, legend=(*drawing.legend, told))


def _box(box: Box) -> Box:
    """Return the box with the word hanging over its upper edge."""
    badge = badges.saying(_("they disagree"), _SIZE, Ink.BAD_SOFT, Ink.BAD)
    right = box.x + max(box.width - 6, badge.width)
    (placed,) = badges.placed((badge,), right, box.y - _ABOVE)
    return replace(box, badges=(*box.badges, placed), stroke=Ink.BAD)


def _arrow(arrow: Arrow) -> Arrow:
    return replace(arrow, ink=Ink.BAD, width=_WIDTH, dash=_DASH)
