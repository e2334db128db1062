"""Arrow heads: one triangle, the same on screen, in SVG and in the PDF."""

from __future__ import annotations

import math

from cxo_desktop.domain.drawing import Arrow, Point

LENGTH = 7.5
HALF_BREADTH = 3.1
_BOLD = 1.25
_NOTHING = 0.01


def head(arrow: Arrow) -> tuple[Point, Point, Point]:
    """Return the triangle of an arrow's head: its tip and the two corners behind it."""
    grow = _BOLD if arrow.bold else 1.0
    x, y = _direction(arrow)
    back = Point(arrow.tip.x - x * LENGTH * grow, arrow.tip.y - y * LENGTH * grow)
    half = HALF_BREADTH * grow
    return (
        arrow.tip,
        Point(back.x - y * half, back.y + x * half),
        Point(back.x + y * half, back.y - x * half),
    )


def _direction(arrow: Arrow) -> tuple[float, float]:
    """Return the unit vector in which the arrow arrives; downwards if it has no length."""
    for spot in reversed(arrow.points):
        dx, dy = arrow.tip.x - spot.x, arrow.tip.y - spot.y
        length = math.hypot(dx, dy)
        if length > _NOTHING:
            return dx / length, dy / length
    return 0.0, 1.0
