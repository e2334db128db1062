"""The vendored icons as curves, for painters that have no SVG renderer.

The drawings are Lucide's: 24 units square, strokes of 2 units with round ends, no fill.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cxo_desktop import assets
from cxo_desktop.domain.drawing import Icon, Point
from cxo_desktop.render import curves

UNITS = 24.0
STROKE = 1.75
SHARE = 0.62
Strokes = tuple[tuple[Point, ...], ...]
_SHAPE = re.compile(r"<(path|circle|ellipse|rect|line|polyline|polygon)\s([^>]*?)/?>")
_ATTRIBUTE = re.compile(r"([a-z0-9-]+)=\"([^\"]*)\"")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")


def placed(icon: Icon) -> Strokes:
    """Return the strokes of an icon where it stands on the map, each 1 + 3n cubic points."""
    share = icon.side * SHARE / UNITS
    margin = icon.side * (1 - SHARE) / 2
    return tuple(
        tuple(
            Point(icon.x + margin + spot.x * share, icon.y + margin + spot.y * share)
            for spot in stroke
        )
        for stroke in strokes(icon.name)
    )


@cache
def strokes(name: str) -> Strokes:
    """Return the strokes of a vendored icon in its own units; () if there is no such icon."""
    file = assets.resource("icons") / f"{name}.svg"
    if not file.is_file():
        return ()
    return tuple(
        stroke
        for kind, attributes in _SHAPE.findall(file.read_text(encoding="utf-8"))
        for stroke in _strokes(kind, dict(_ATTRIBUTE.findall(attributes)))
    )


def _strokes(kind: str, given: dict[str, str]) -> Iterator[tuple[Point, ...]]:
    number = {key: float(value) for key, value in given.items() if _NUMBER.fullmatch(value)}
    if kind == "path":
        yield from curves.from_path(given["d"])
    elif kind == "rect":
        yield curves.rectangle(
            number.get("x", 0),
            number.get("y", 0),
            number["width"],
            number["height"],
            number.get("rx", 0),
        )
    elif kind in {"circle", "ellipse"}:
        across, up = number.get("rx", number.get("r", 0)), number.get("ry", number.get("r", 0))
        yield curves.ellipse(number["cx"], number["cy"], across, up)
    elif kind == "line":
        yield curves.straight(
            [Point(number["x1"], number["y1"]), Point(number["x2"], number["y2"])]
        )
    else:
        flat = [float(value) for value in _NUMBER.findall(given["points"])]
        corners = [Point(*pair) for pair in zip(flat[::2], flat[1::2], strict=True)]
        yield curves.straight([*corners, corners[0]] if kind == "polygon" else corners)
