"""What keys and mouse change about lanes, and where boxes stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from cxo_desktop.app import map_lanes, map_places
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.map_fold import folded_code, folded_lane
from cxo_desktop.domain.processes import Step
from cxo_desktop.ui.map_state import MapState

_HIGHER = 20.0


class MapLaneEditing(QObject):
    """Changes lanes and places.

    ``folded`` tells that a lane was folded or opened, and what is to be chosen then; ``refused``
    that boxes must go back.
    """

    folded = Signal(tuple)
    refused = Signal()

    def __init__(self, state: MapState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.acts: Mapping[str, Callable[[], object]] = {
            "lane_up": partial(self._move, -1),
            "lane_down": partial(self._move, 1),
            "lane_higher": partial(self._size, _HIGHER),
            "lane_lower": partial(self._size, -_HIGHER),
            "lane_fold": self._fold,
            "tidy": partial(self._tidy, pinned_too=False),
            "tidy_all": partial(self._tidy, pinned_too=True),
        }

    def move(self, moves: Any) -> None:
        """Leave boxes where they were dragged to; a step in another lane belongs to that lane.

        ``moves`` is by how many points each box was moved to the right and down, by its code.
        """
        lanes = {code: self._state.lane_at(code, by[1]) for code, by in moves.items()}

        def work(opened: OpenEngagement, code: str) -> bool:
            map_places.move_boxes(opened, code, moves)
            for box, lane in lanes.items():
                if lane is not None:
                    map_lanes.to_lane(opened, code, box, lane)
            return True

        if not self._state.do("move on the map", work):
            self.refused.emit()

    def put(self, lane: str, place: int) -> None:
        """Give a lane another place among the lanes."""
        self._do(lambda opened, code: map_lanes.put_lane(opened, code, lane, place))

    def size(self, lane: str, height: float) -> None:
        """Make a lane so high."""
        self._do(lambda opened, code: map_lanes.size_lane(opened, code, lane, height))

    def _do(self, work: Callable[[OpenEngagement, str], None]) -> None:
        self._state.do("change process_map", work)

    def _move(self, by: int) -> None:
        lane = self._state.lane_at(self._state.chosen)
        if lane is not None:
            self._do(lambda opened, code: map_lanes.move_lane(opened, code, lane, by))

    def _size(self, by: float) -> None:
        lane, drawing = self._state.lane_at(self._state.chosen), self._state.drawing
        if lane is not None and drawing is not None:
            height = next(band.height for band in drawing.lanes if band.name == lane)
            self.size(lane, height + by)

    def _fold(self) -> None:
        chosen = self._state.chosen
        folded = folded_lane(chosen)
        lane = self._state.lane_at(chosen) if folded is None else folded
        if lane is not None:
            self._state.fold(lane)
            self.folded.emit((folded_code(lane),) if folded is None else self._first_of(lane))

    def _first_of(self, lane: str) -> tuple[str, ...]:
        """Return the first step of a lane, if it has one."""
        opened = self._state.desk.engagement
        steps = opened.dossier().all(Step) if opened is not None else ()
        return tuple(
            it.code for it in steps if (it.map, it.lane or "") == (self._state.code, lane)
        )[:1]

    def _tidy(self, *, pinned_too: bool) -> None:
        opened, code = self._state.desk.engagement, self._state.code
        if opened is not None:
            self._state.desk.did(lambda: map_places.tidy(opened, code, pinned_too=pinned_too))
