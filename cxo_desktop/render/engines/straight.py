"""Links as straight lines from rim to rim: for maps too dense to route round boxes."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cxo_desktop.domain.drawing import Point
from cxo_desktop.i18n import _
from cxo_desktop.render import curves
from cxo_desktop.render.engines.graph import Link, Route, Size
from cxo_desktop.render.heads import LENGTH

_BEND = 5.0


def remark() -> str:
    """Return what is to be told beside a map that is drawn so."""
    return _("The map is very dense: arrows are drawn straight, without their words.")


def routes(
    sizes: Sequence[Size], centres: Sequence[Point], links: Sequence[Link]
) -> tuple[Route, ...]:
    """Return a line for every link; one from a box to itself is a small loop."""
    return tuple(_line(sizes, centres, link) for link in links)


def _line(sizes: Sequence[Size], centres: Sequence[Point], link: Link) -> Route:
    tail, head = centres[link.tail], centres[link.head]
    if link.tail == link.head:
        return _small_loop(tail, sizes[link.tail])
    tip = _rim(head, sizes[link.head], tail)
    start = _rim(tail, sizes[link.tail], head)
    end = curves.towards(tip, start, min(LENGTH, math.dist((tip.x, tip.y), (start.x, start.y)) / 2))
    return Route(curves.straight([start, end]), tip)


def _rim(centre: Point, size: Size, other: Point) -> Point:
    """Return where the line from the centre of a box to another point leaves the box."""
    dx, dy = other.x - centre.x, other.y - centre.y
    share = min(
        size.width / 2 / abs(dx) if dx else math.inf,
        size.height / 2 / abs(dy) if dy else math.inf,
        1.0,
    )
    return Point(centre.x + dx * share, centre.y + dy * share)


def _small_loop(centre: Point, size: Size) -> Route:
    right = centre.x + size.width / 2
    up, down = centre.y - size.height / 4, centre.y + size.height / 4
    out = right + 2 * LENGTH
    corners = [Point(right, up), Point(out, up), Point(out, down), Point(right + LENGTH, down)]
    return Route(curves.rounded(corners, _BEND), Point(right, down))
