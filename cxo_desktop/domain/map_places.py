"""Where the boxes of a map stand, as people left them: kept, shared, and never moved by others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.drawing import Point
from cxo_desktop.domain.records import Number, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlace(Record):
    """The middle of one box in points from the top left of its map.

    ``map`` is ``chain`` or the code of a process map; ``pinned`` tells that a person put it
    there, so that not even tidying moves it. A row whose node is ``lane_node(name)`` has no x: its
    y is how high that lane is at least.
    """

    map: str = ""
    node: str = ""
    x: Number | None = None
    y: Number | None = None
    pinned: bool | None = None

    def point(self) -> Point | None:
        """Return the place, or None while it is not whole."""
        return None if self.x is None or self.y is None else Point(self.x, self.y)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one box stands and whether a person put it there."""

    spot: Point
    pinned: bool = field(default=False)


Places = Mapping[str, Place]
NOWHERE: Places = {}


_LANE = "lane/"


def lane_node(name: str) -> str:
    """Return how a row of places names a lane."""
    return f"{_LANE}{name}"


def lane_heights(dossier: Dossier, code: str) -> dict[str, float]:
    """Return how high the lanes of a map are at least, by their name, where a person said so."""
    return {
        row.node.removeprefix(_LANE): float(row.y)
        for row in sorted(dossier.all(MapPlace), key=lambda row: row.id)
        if row.map == code and row.node.startswith(_LANE) and row.y is not None
    }


def places_of(dossier: Dossier, code: str) -> Places:
    """Return the stored places of one map by the code of the box; the newest row counts."""
    found: dict[str, Place] = {}
    for row in sorted(dossier.all(MapPlace), key=lambda row: row.id):
        spot = row.point()
        if row.map == code and spot is not None:
            found[row.node] = Place(spot, bool(row.pinned))
    return found
