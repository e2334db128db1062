"""What goes into a layout engine and what comes out of it: sizes, links, places and routes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from cxo_desktop.domain.drawing import Orientation, Point

Cancelled = Callable[[], bool]


class EngineFailed(Exception):
    """An engine gave nothing that can be drawn."""


class EngineMissing(EngineFailed):
    """An engine is not installed, or not the one that we know."""


class OutOfTime(EngineFailed):
    """An engine was stopped at its time limit."""


class Effort(StrEnum):
    """How hard an engine tries; LOW gives straight arrows without labels."""

    FULL = "full"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a box in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Link:
    """An arrow between two boxes, by their index; heavier ones are drawn straighter."""

    tail: int
    head: int
    label: Size | None = None
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Graph:
    """Boxes and arrows to be placed; gaps in points between neighbours and between ranks."""

    boxes: tuple[Size, ...]
    links: tuple[Link, ...]
    orientation: Orientation
    box_gap: float = 24
    rank_gap: float = 28


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one arrow: 1 + 3n points of cubic curves, the tip of its head, the label's middle.

    ``label`` is None where the link has none or the engine left it out. ``reached`` tells that the
    ends lie on the outlines of the boxes, not only on the frames around them.
    """

    points: tuple[Point, ...]
    tip: Point
    label: Point | None = None
    reached: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """Middles of boxes and routes of links, in the order of the graph; y runs downwards."""

    width: float
    height: float
    centres: tuple[Point, ...]
    routes: tuple[Route, ...]
    engine: str
    remarks: tuple[str, ...] = ()
