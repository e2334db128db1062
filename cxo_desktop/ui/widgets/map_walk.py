"""Where an arrow key leads on a map: along the arrows of a box first, else to what is nearest."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF

from cxo_desktop.domain.drawing import Arrow, Box, Drawing


def along_arrows(drawing: Drawing, code: str, way: QPointF) -> str:
    """Return the box that lies that way at the other end of an arrow, or else the nearest, or "".

    From an arrow it leads to that of its ends that lies that way.
    """
    arrow = next((one for one in drawing.arrows if one.code == code), None)
    if arrow is not None:
        return _ahead(drawing, _middle_of(drawing, arrow), way, {arrow.tail, arrow.head})
    joined = {one.head for one in drawing.arrows if one.tail == code}
    joined |= {one.tail for one in drawing.arrows if one.head == code}
    start = _centres(drawing.boxes).get(code)
    if start is None:
        return ""
    return _ahead(drawing, start, way, joined - {code}) or nearest(drawing, code, way)


def nearest(drawing: Drawing, code: str, way: QPointF) -> str:
    """Return the nearest box that way, whether joined or not, or ""."""
    start = _centres(drawing.boxes).get(code)
    arrow = next((one for one in drawing.arrows if one.code == code), None)
    if start is None and arrow is not None:
        start = _middle_of(drawing, arrow)
    if start is None:
        return ""
    return _ahead(drawing, start, way, {box.code for box in drawing.boxes} - {code})


def _centres(boxes: Iterable[Box]) -> dict[str, QPointF]:
    return {box.code: QPointF(box.x + box.width / 2, box.y + box.height / 2) for box in boxes}


def _middle_of(drawing: Drawing, arrow: Arrow) -> QPointF:
    ends = _centres(box for box in drawing.boxes if box.code in {arrow.tail, arrow.head})
    spots = list(ends.values())
    x, y = spots[0].x() + spots[-1].x(), spots[0].y() + spots[-1].y()
    return QPointF(x / 2, y / 2)


def _ahead(drawing: Drawing, start: QPointF, way: QPointF, codes: set[str]) -> str:
    far = {
        code: _far(spot - start, way)
        for code, spot in _centres(drawing.boxes).items()
        if code in codes
    }
    ahead = {code: length for code, length in far.items() if length is not None}
    return min(ahead, key=lambda code: (ahead[code], code)) if ahead else ""


def _far(step: QPointF, way: QPointF) -> float | None:
    """Return how far a step leads in a direction, sideways counted double, or None if back."""
    along = QPointF.dotProduct(step, way)
    aside = abs(step.x() * way.y()) + abs(step.y() * way.x())
    return along + 2 * aside if along > 1 else None
