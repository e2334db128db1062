"""Draw a map on places that are kept: nothing that stands moves, new boxes find room nearby."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import NamedTuple

from cxo_desktop.domain.drawing import Orientation, Point
from cxo_desktop.render import curves
from cxo_desktop.render.engines import around, sandboxed, straight
from cxo_desktop.render.engines.graph import Cancelled, EngineFailed, Link, Route, Size
from cxo_desktop.render.engines.own import NAME
from cxo_desktop.render.heads import LENGTH

_GAP = 14.0
_AHEAD = 30.0
_RINGS = 60
MOST_LINKS = 500
_BEND = 5.0
_SECONDS = 3.0
_INCH = 72.0
_SHARES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
Allowed = Callable[[int, Point], bool]
Rect = tuple[float, float, float, float]


class Routes(NamedTuple):
    """The ways of the links, what found them, and what was simplified."""

    routes: tuple[Route, ...]
    engine: str
    remarks: tuple[str, ...] = ()


def anywhere(_box: int, _spot: Point) -> bool:
    """Allow a box every place."""
    return True


def fill(
    sizes: Sequence[Size],
    known: Sequence[Point | None],
    links: Sequence[Link],
    orientation: Orientation,
    allowed: Allowed = anywhere,
) -> list[Point]:
    """Return a middle for every box: the known ones as they are, the others beside neighbours.

    A box without a known neighbour waits for those that have one, and at last goes behind all.
    ``allowed`` tells whether a box may stand at a place, such as in its lane.
    """
    places = list(known)
    waiting = [box for box, spot in enumerate(known) if spot is None]
    while waiting:
        box = next((one for one in waiting if _near(one, places, links)), waiting[0])
        wish = _wish(box, sizes, places, links, orientation)
        places[box] = _free(box, wish, sizes, places, allowed)
        waiting.remove(box)
    return [spot for spot in places if spot is not None]


def _near(box: int, places: Sequence[Point | None], links: Sequence[Link]) -> bool:
    return any(
        places[other] is not None
        for link in links
        if box in {link.tail, link.head}
        for other in (link.tail, link.head)
        if other != box
    )


def _wish(
    box: int,
    sizes: Sequence[Size],
    places: Sequence[Point | None],
    links: Sequence[Link],
    orientation: Orientation,
) -> Point:
    """Return where a box would like to stand: between, behind or before what it is tied to."""
    down = orientation is Orientation.TB
    wishes: list[Point] = []
    for link in links:
        for other, sign in ((link.tail, 1), (link.head, -1)):
            spot = places[other]
            mine = link.head if sign == 1 else link.tail
            if mine != box or other == box or spot is None:
                continue
            reach = _extent(sizes[other], down) / 2 + _AHEAD + _extent(sizes[box], down) / 2
            step = sign * reach
            wishes.append(Point(spot.x, spot.y + step) if down else Point(spot.x + step, spot.y))
    if wishes:
        return Point(
            sum(wish.x for wish in wishes) / len(wishes),
            sum(wish.y for wish in wishes) / len(wishes),
        )
    return _behind(box, sizes, places, down=down)


def _extent(size: Size, down: bool) -> float:  # noqa: FBT001 - which side of a size
    return size.height if down else size.width


def _behind(
    box: int, sizes: Sequence[Size], places: Sequence[Point | None], *, down: bool
) -> Point:
    reach = [
        (spot.y if down else spot.x) + _extent(sizes[other], down) / 2
        for other, spot in enumerate(places)
        if spot is not None
    ]
    last = max(reach, default=-_AHEAD) + _AHEAD + _extent(sizes[box], down) / 2
    across = min((spot.x if down else spot.y for spot in places if spot), default=0.0)
    return Point(across, last) if down else Point(last, across)


def _free(
    box: int,
    wish: Point,
    sizes: Sequence[Size],
    places: Sequence[Point | None],
    allowed: Allowed,
) -> Point:
    """Return the free place nearest to a wish."""
    taken = [
        _rect(sizes[other], spot, _GAP / 2) for other, spot in enumerate(places) if spot is not None
    ]
    for spot in _round_about(wish):
        mine = _rect(sizes[box], spot, _GAP / 2)
        if allowed(box, spot) and not any(overlap(mine, rect) for rect in taken):
            return spot
    return _behind(box, sizes, places, down=False)


def _round_about(wish: Point) -> Iterator[Point]:
    """Yield places in rings round a wish, the nearest first, those at the side before others."""
    step = _GAP
    yield wish
    for ring in range(1, _RINGS):
        spots = [
            Point(wish.x + x * step, wish.y + y * step)
            for x in range(-ring, ring + 1)
            for y in ((-ring, ring) if abs(x) != ring else range(-ring, ring + 1))
        ]
        yield from sorted(
            spots, key=lambda spot: (math.dist((spot.x, spot.y), (wish.x, wish.y)), spot.y, spot.x)
        )


def _rect(size: Size, spot: Point, more: float = 0.0) -> Rect:
    wide, high = size.width / 2 + more, size.height / 2 + more
    return (spot.x - wide, spot.y - high, spot.x + wide, spot.y + high)


def overlap(one: Rect, other: Rect) -> bool:
    """Tell whether two rectangles (left, top, right, bottom) have room in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def apart(sizes: Sequence[Size], centres: Sequence[Point]) -> bool:
    """Tell whether no two boxes lie on each other."""
    rects = sorted(map(_rect, sizes, centres))
    for number, rect in enumerate(rects):
        for other in rects[number + 1 :]:
            if other[0] >= rect[2]:
                break
            if overlap(rect, other):
                return False
    return True


def route(
    sizes: Sequence[Size],
    links: Sequence[Link],
    centres: Sequence[Point],
    cancelled: Cancelled,
    *,
    sandbox: bool = True,
) -> Routes:
    """Return a way for every link round the boxes: by Graphviz in its sandbox, else by our own.

    Raises domain.errors.Cancelled.
    """
    if len(links) > MOST_LINKS:
        return Routes(straight.routes(sizes, centres, links), NAME, (straight.remark(),))
    ways: list[list[Point]] | None = None
    if sandbox and apart(sizes, centres):
        with suppress(EngineFailed):  # our own router takes over
            ways = _by_graphviz(sizes, links, centres, cancelled)
    engine = NAME if ways is None else sandboxed.NAME
    if ways is None:
        ways = around.route(sizes, links, centres, cancelled)
    return Routes(finished(ways, links, sizes, centres), engine)


def _by_graphviz(
    sizes: Sequence[Size], links: Sequence[Link], centres: Sequence[Point], cancelled: Cancelled
) -> list[list[Point]]:
    text = ['digraph{splines=ortho;notranslate=true;node[shape=box,fixedsize=true,label=""];']
    for number, (spot, size) in enumerate(zip(centres, sizes, strict=True), 1):
        wide, high = size.width / _INCH, size.height / _INCH
        text.append(
            f'n{number}[pos="{spot.x:.2f},{-spot.y:.2f}",width={wide:.5f},height={high:.5f}];'
        )
    text += [f'n{it.tail + 1}->n{it.head + 1}[id="e{k}"];' for k, it in enumerate(links)]
    answer = sandboxed.run("\n".join(text) + "}", "nop2", _SECONDS, cancelled)
    try:
        found = {edge["id"]: edge["pos"] for edge in json.loads(answer).get("edges", [])}
        return [_corners(found[f"e{number}"]) for number in range(len(links))]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EngineFailed("the router answered in an unknown form") from error


def _corners(pos: str) -> list[Point]:
    words = pos.split(" ")
    tip = words.pop(0)[2:] if words[0].startswith("e,") else words[-1]
    spots = [*words[::3], tip]
    points = [Point(float(x), -float(y)) for x, y in (spot.split(",") for spot in spots)]
    if not all(math.isfinite(spot.x) and math.isfinite(spot.y) for spot in points):
        raise EngineFailed("the router answered without a place")
    return points


def finished(
    ways: Iterable[Sequence[Point]],
    links: Sequence[Link],
    sizes: Sequence[Size],
    centres: Sequence[Point],
) -> tuple[Route, ...]:
    """Return square ways as routes, with their bends rounded and their labels placed."""
    taken = [_rect(size, spot) for size, spot in zip(sizes, centres, strict=True)]
    routes = []
    for way, link in zip(ways, links, strict=True):
        corners = [spot for spot, after in pairwise([*way, None]) if spot != after]
        spots = [spot for spot in corners if spot is not None]
        label = None
        if link.label is not None:
            label = _label_spot(spots, link.label, taken)
            taken.append(_rect(link.label, label))
        routes.append(_route(spots, label))
    return tuple(routes)


def _route(corners: list[Point], label: Point | None) -> Route:
    if len(corners) == 1:
        corners = [*corners, *corners]
    tip = corners[-1]
    last = math.dist((tip.x, tip.y), (corners[-2].x, corners[-2].y))
    bare = [*corners[:-1], curves.towards(tip, corners[-2], min(LENGTH, last / 2))]
    return Route(curves.rounded(bare, _BEND), tip, label)


def _label_spot(way: Sequence[Point], size: Size, taken: Sequence[Rect]) -> Point:
    """Return where on its way a label covers least of anything else."""
    fewest, best = math.inf, way[0]
    for share in _SHARES:
        spot = _along(way, share)
        rect = _rect(size, spot)
        covered = sum(overlap(rect, other) for other in taken)
        if covered < fewest:
            fewest, best = covered, spot
        if not fewest:
            break
    return best


def _along(way: Sequence[Point], share: float) -> Point:
    """Return the point at a share of the length of a way."""
    lengths = [math.dist((a.x, a.y), (b.x, b.y)) for a, b in pairwise(way)]
    rest = share * sum(lengths)
    for (start, end), length in zip(pairwise(way), lengths, strict=True):
        if rest <= length:
            return curves.towards(start, end, rest)
        rest -= length
    return way[-1]
