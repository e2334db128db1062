"""Draw an edit at once: arrows that nothing touched keep their way, the others are routed anew.

The whole map is routed by the better router afterwards; this is what is seen until then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cxo_desktop.domain.drawing import Arrow, Box, Drawing, Point
from cxo_desktop.render.engines import around, kept, straight
from cxo_desktop.render.engines.graph import Cancelled, Link, Route, Size
from cxo_desktop.render.engines.own import NAME

Router = Callable[[Sequence[Size], Sequence[Link], Sequence[Point], Cancelled], kept.Routes]
_SAME = 0.06  # drawings keep hundredths of a point
_MOST_ANEW = 40


@dataclass(frozen=True, slots=True)
class Ways:
    """How arrows find their way: as in the drawing ``before`` where they can, or not at all."""

    before: Drawing | None = None
    routed: bool = True

    def router(self, boxes: Sequence[str], arrows: Sequence[str]) -> Router:
        """Return what routes links between boxes of these codes, in the order of a layout."""
        if not self.routed:
            return _lines
        if self.before is None:
            return kept.route
        return _Patch(self.before, tuple(boxes), tuple(arrows))


AS_A_WHOLE = Ways()


def _lines(
    sizes: Sequence[Size], links: Sequence[Link], centres: Sequence[Point], _cancelled: Cancelled
) -> kept.Routes:
    return kept.Routes(straight.routes(sizes, centres, links), NAME)


@dataclass(frozen=True, slots=True)
class _Patch:
    """Routes links as a drawing has them, moved with their boxes."""

    before: Drawing
    boxes: tuple[str, ...]
    arrows: tuple[str, ...]

    def __call__(
        self,
        sizes: Sequence[Size],
        links: Sequence[Link],
        centres: Sequence[Point],
        cancelled: Cancelled,
    ) -> kept.Routes:
        """Return a way for every link; raises domain.errors.Cancelled."""
        found = dict(self._unchanged(sizes, links, centres))
        rest = [number for number in range(len(links)) if number not in found]
        if len(links) > kept.MOST_LINKS or len(rest) > _MOST_ANEW:
            return kept.route(sizes, links, centres, cancelled)
        anew = [links[number] for number in rest]
        ways = around.route(sizes, anew, centres, cancelled) if anew else []
        found |= zip(rest, kept.finished(ways, anew, sizes, centres), strict=True)
        return kept.Routes(tuple(found[number] for number in range(len(links))), self.before.engine)

    def _unchanged(
        self, sizes: Sequence[Size], links: Sequence[Link], centres: Sequence[Point]
    ) -> Iterator[tuple[int, Route]]:
        """Yield links both of whose ends moved as most boxes did, and that nothing came across."""
        shifts = self._shifts(sizes, centres)
        rounded = Counter((round(dx, 1), round(dy, 1)) for dx, dy in shifts.values())
        if not rounded:
            return
        most = rounded.most_common(1)[0][0]
        whole = next(it for it in shifts.values() if (round(it[0], 1), round(it[1], 1)) == most)
        still = {number for number, shift in shifts.items() if _alike(shift, whole)}
        moved = [(sizes[box], centres[box]) for box in range(len(sizes)) if box not in still]
        old = {arrow.code: arrow for arrow in self.before.arrows}
        for number, (code, link) in enumerate(zip(self.arrows, links, strict=True)):
            arrow = old.get(code)
            ends = (self.boxes[link.tail], self.boxes[link.head])
            if arrow is None or not {link.tail, link.head} <= still or not _is(arrow, ends, link):
                continue
            route = _moved(arrow, *whole)
            if not any(_runs_through(route.points[::3], *box) for box in moved):
                yield number, route

    def _shifts(
        self, sizes: Sequence[Size], centres: Sequence[Point]
    ) -> Mapping[int, tuple[float, float]]:
        """Return by how much each box moved that is as large as it was."""
        old: dict[str, Box] = {box.code: box for box in self.before.boxes}
        shifts = {}
        for number, (code, size, spot) in enumerate(zip(self.boxes, sizes, centres, strict=True)):
            box = old.get(code)
            if box is not None and (box.width, box.height) == (size.width, size.height):
                shifts[number] = (
                    spot.x - box.x - box.width / 2,
                    spot.y - box.y - box.height / 2,
                )
        return shifts


def _is(arrow: Arrow, ends: tuple[str, str], link: Link) -> bool:
    """Tell whether an arrow is what a link asks for: from there to there, with or without words."""
    return (arrow.tail, arrow.head) == ends and (arrow.label_box is None) == (link.label is None)


def _alike(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) < _SAME and abs(one[1] - other[1]) < _SAME


def _moved(arrow: Arrow, dx: float, dy: float) -> Route:
    label = None
    if arrow.label_box is not None:
        x, y, width, height = arrow.label_box
        label = Point(x + width / 2 + dx, y + height / 2 + dy)
    return Route(
        tuple(Point(spot.x + dx, spot.y + dy) for spot in arrow.points),
        Point(arrow.tip.x + dx, arrow.tip.y + dy),
        label,
        reached=True,
    )


def _runs_through(corners: Sequence[Point], size: Size, spot: Point) -> bool:
    left, right = spot.x - size.width / 2, spot.x + size.width / 2
    top, low = spot.y - size.height / 2, spot.y + size.height / 2
    return any(
        x0 < right and x1 > left and y0 < low and y1 > top for x0, x1, y0, y1 in _reaches(corners)
    )


def _reaches(corners: Sequence[Point]) -> Iterator[tuple[float, float, float, float]]:
    """Yield how far each piece of a square way reaches: left, right, top, bottom."""
    for one, other in pairwise(corners):
        yield (min(one.x, other.x), max(one.x, other.x), min(one.y, other.y), max(one.y, other.y))
