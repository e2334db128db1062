"""A laid-out map as plain shapes: the one display list that screen, PDF and SVG paint from.

All measures are points (1/72 inch), x to the right, y downwards, origin at the top left.
Colours are named by their role (`Ink`); each painter knows what a role looks like.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Ink(StrEnum):
    """Roles of colour; the names are those of the design tokens."""

    TEXT = "text"
    TEXT2 = "text2"
    TEXT3 = "text3"
    SURFACE = "surface"
    SURFACE2 = "surface2"
    BORDER = "border"
    BORDER_STRONG = "borderStrong"
    ACCENT = "accent"
    ACCENT_SOFT = "accentSoft"
    ON_ACCENT = "onAccent"
    OK = "ok"
    OK_SOFT = "okSoft"
    WARN = "warn"
    WARN_SOFT = "warnSoft"
    BAD = "bad"
    BAD_SOFT = "badSoft"
    TOOL = "tool"
    PERSON = "person"
    FLOW = "flow"


class Weight(IntEnum):
    """Font weights that are vendored for maps and the brief."""

    REGULAR = 400
    SEMIBOLD = 600
    BOLD = 700


class Shape(StrEnum):
    """Outlines of boxes; a kind of node always has the same one."""

    PILL = "pill"
    BOX = "box"
    PAPER = "paper"
    CYLINDER = "cylinder"
    SPEECH = "speech"
    DIAMOND = "diamond"


class Orientation(StrEnum):
    """Which way a map reads: top to bottom or left to right."""

    TB = "TB"
    LR = "LR"


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; (x, y) is the left end of its baseline, ``width`` as measured."""

    text: str
    x: float
    y: float
    width: float
    size: float
    weight: Weight = Weight.REGULAR
    ink: Ink = Ink.TEXT


@dataclass(frozen=True, slots=True)
class Badge:
    """A small rounded mark with a word or number, such as "2 pains"."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink
    line: Line


@dataclass(frozen=True, slots=True)
class Icon:
    """A vendored icon by name, on a rounded square of ``side`` whose top left is (x, y).

    The icon itself is 0.62 of the side and stands in its middle; ``ground`` fills the square.
    """

    name: str
    x: float
    y: float
    side: float
    ink: Ink = Ink.TOOL
    ground: Ink = Ink.SURFACE2


@dataclass(frozen=True, slots=True)
class Box:
    """A node: (x, y) is its top left corner; its outline is ``outlines.outline(box)``."""

    code: str
    x: float
    y: float
    width: float
    height: float
    shape: Shape
    lines: tuple[Line, ...]
    icon: Icon | None = None
    fill: Ink = Ink.SURFACE
    stroke: Ink = Ink.BORDER_STRONG
    bold: bool = False
    badges: tuple[Badge, ...] = ()
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """An edge: a chain of cubic curves (1 + 3n points) and the tip of its arrow head.

    ``dash`` is a pattern in points, () for solid. ``label`` lies on ``label_box`` (x, y, width,
    height), which is filled with the ground so that no line runs through words.
    """

    code: str
    tail: str
    head: str
    points: tuple[Point, ...]
    tip: Point
    ink: Ink = Ink.TEXT3
    width: float = 1.2
    dash: tuple[float, ...] = ()
    bold: bool = False
    label: tuple[Line, ...] = ()
    label_box: tuple[float, float, float, float] | None = None
    tip_text: str = ""


@dataclass(frozen=True, slots=True)
class LaneBand:
    """A lane of a process map; empty in a data chain."""

    name: str
    x: float
    y: float
    width: float
    height: float
    line: Line


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What one look of an arrow means. It has no place: each painter sets the legend its way."""

    text: str
    ink: Ink
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole map. ``engine`` says what placed it; ``remarks`` what was simplified, in words.

    ``lines`` are words beside any box, such as the sentence of an empty map; ``description`` is
    the map in words for those who cannot see it.
    """

    title: str
    width: float
    height: float
    orientation: Orientation
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    lanes: tuple[LaneBand, ...] = ()
    lines: tuple[Line, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    engine: str = ""
    remarks: tuple[str, ...] = ()
    description: str = ""
