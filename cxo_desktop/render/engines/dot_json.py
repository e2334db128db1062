"""Read a layout that Graphviz wrote as JSON, and believe none of it unchecked."""

from __future__ import annotations

import json
import math
from typing import Any

from cxo_desktop.domain.drawing import Point
from cxo_desktop.render.engines.graph import EngineFailed, Graph, Layout, Route, Size

_TOUCH = 1.0


def read(text: bytes, graph: Graph, engine: str) -> Layout:
    """Return the layout of ``graph`` that ``text`` holds.

    Raises EngineFailed if a box or link is missing, twice, without a finite place, outside the
    picture or on top of another: engines fail silently in just these ways.
    """
    try:
        return _layout(json.loads(text), graph, engine)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise EngineFailed(f"{engine} answered in an unknown form") from error


def _layout(answer: dict[str, Any], graph: Graph, engine: str) -> Layout:
    left, bottom, right, top = _numbers(answer["bb"])
    names = {box["_gvid"]: box["name"] for box in answer.get("objects", [])}
    places = {box["name"]: _flip(box["pos"], left, top) for box in answer.get("objects", [])}
    wanted = [f"n{number}" for number in range(1, len(graph.boxes) + 1)]
    if len(answer.get("objects", [])) != len(wanted) or set(places) != set(wanted):
        raise EngineFailed(f"{engine} lost boxes")
    centres = tuple(places[name] for name in wanted)
    _check_boxes(centres, graph.boxes, Size(right - left, top - bottom), engine)
    links = {link["id"]: link for link in answer.get("edges", [])}
    if len(links) != len(graph.links) or len(answer.get("edges", [])) != len(graph.links):
        raise EngineFailed(f"{engine} lost links")
    routes = []
    for number, link in enumerate(graph.links, 1):
        found = links[f"e{number}"]
        if (names[found["tail"]], names[found["head"]]) != (wanted[link.tail], wanted[link.head]):
            raise EngineFailed(f"{engine} joined the wrong boxes")
        routes.append(_route(found, left, top))
    return Layout(right - left, top - bottom, centres, tuple(routes), engine)


def _route(link: dict[str, Any], left: float, top: float) -> Route:
    first, _space, rest = link["pos"].partition(" ")
    headed = first.startswith("e,")
    points = _points(rest if headed else link["pos"], left, top)
    if len(points) % 3 != 1:
        raise ValueError("not a chain of cubic curves")
    label = _flip(link["lp"], left, top) if "lp" in link else None
    return Route(points, _flip(first[2:], left, top) if headed else points[-1], label)


def _points(text: str, left: float, top: float) -> tuple[Point, ...]:
    """Return places as Graphviz writes them, "x,y x,y": all at once, as there are many."""
    numbers = _numbers(text.replace(" ", ","))
    return tuple(Point(x - left, top - y) for x, y in zip(numbers[::2], numbers[1::2], strict=True))


def _flip(word: str, left: float, top: float) -> Point:
    x, y = _numbers(word)
    return Point(x - left, top - y)


def _numbers(word: str) -> list[float]:
    numbers = [*map(float, word.split(","))]
    if not all(map(math.isfinite, numbers)):
        raise ValueError("a place is not a number")
    return numbers


def _check_boxes(
    centres: tuple[Point, ...], sizes: tuple[Size, ...], whole: Size, engine: str
) -> None:
    inside = all(
        -_TOUCH <= centre.x <= whole.width + _TOUCH and -_TOUCH <= centre.y <= whole.height + _TOUCH
        for centre in centres
    )
    if not inside or overlapping(centres, sizes):
        raise EngineFailed(f"{engine} put boxes on top of each other or outside the picture")


def overlapping(centres: tuple[Point, ...], sizes: tuple[Size, ...]) -> bool:
    """Tell whether two boxes share more than a point's breadth, by a sweep from left to right."""
    boxes = sorted(
        (c.x - s.width / 2, c.x + s.width / 2, c.y - s.height / 2, c.y + s.height / 2)
        for c, s in zip(centres, sizes, strict=True)
    )
    for index, (_, right, top, bottom) in enumerate(boxes):
        for left, _, other_top, other_bottom in boxes[index + 1 :]:
            if left >= right - _TOUCH:
                break
            if min(bottom, other_bottom) - max(top, other_top) > _TOUCH:
                return True
    return False
