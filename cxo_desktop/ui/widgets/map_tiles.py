"""A map in tiles: each paints what stands in it at once, and only changed ones are made anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from cxo_desktop.domain.drawing import Arrow, Box, Drawing, LaneBand, Line
from cxo_desktop.ui.widgets.map_ink import MapInk

_CELL = 500.0
_GROUND, _ARROWS, _BOXES = 0, 1, 2
Part = LaneBand | Arrow | Box | Line
Place = tuple[int, float, float]


class TileShape(QGraphicsItem):
    """The parts of one tile; never chosen, as the shapes over it are."""

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        self._ink = MapInk()
        for part in parts:
            _add(self._ink, part)

    def boundingRect(self) -> QRectF:
        return self._ink.bounds

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        self._ink.paint(painter, option.levelOfDetailFromTransform(painter.worldTransform()))


class MapTiles:
    """The tiles of the map that a scene shows."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self._parts: dict[Place, tuple[Part, ...]] = {}
        self._tiles: dict[Place, TileShape] = {}

    def show(self, drawing: Drawing, lifted: Collection[str] = ()) -> None:
        """Show a drawing; parts whose code is ``lifted`` are left out, as something else moves."""
        wanted: dict[Place, list[Part]] = {}
        for place, part in _placed(drawing):
            if isinstance(part, Line | LaneBand) or part.code not in lifted:
                wanted.setdefault(place, []).append(part)
        for place in self._tiles.keys() - wanted.keys():
            self._scene.removeItem(self._tiles.pop(place))
            del self._parts[place]
        for place, parts in wanted.items():
            if self._parts.get(place) != tuple(parts):
                self._replace(place, tuple(parts))

    def _replace(self, place: Place, parts: tuple[Part, ...]) -> None:
        if place in self._tiles:
            self._scene.removeItem(self._tiles[place])
        tile = TileShape(parts)
        tile.setZValue(place[0])
        self._scene.addItem(tile)
        self._tiles[place], self._parts[place] = tile, parts


def _placed(drawing: Drawing) -> Iterator[tuple[Place, Part]]:
    """Yield each part with the tile that it stands in; lanes lie below everything."""
    for lane in drawing.lanes:
        yield (_GROUND, 0, 0), lane
    for arrow in drawing.arrows:
        start = arrow.points[0]
        yield (_ARROWS, start.x // _CELL, start.y // _CELL), arrow
    for box in drawing.boxes:
        yield (_BOXES, box.x // _CELL, box.y // _CELL), box
    for line in drawing.lines:
        yield (_BOXES, -1, -1), line


def _add(ink: MapInk, part: Part) -> None:
    if isinstance(part, LaneBand):
        ink.add_lane(part)
    elif isinstance(part, Arrow):
        ink.add_arrow(part)
    elif isinstance(part, Box):
        ink.add_box(part)
    else:
        ink.add_lines((part,))
