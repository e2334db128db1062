"""The map that is worked on: which it is, what is drawn of it, and what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.map_fold import folded_lane
from cxo_desktop.app.map_places import keep_places
from cxo_desktop.app.map_sheets import sheet_of
from cxo_desktop.app.maps import MapKind, map_card
from cxo_desktop.domain.drawing import Arrow, Box, Drawing
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.i18n import _
from cxo_desktop.ui.desk import Desk

T = TypeVar("T")


class MapState:
    """Shared by what edits a map; the page keeps it up to date.

    ``drawing`` is what is on the screen. ``folded`` are the lanes that are one box each, by map.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.code = ""
        self.drawing: Drawing | None = None
        self.chosen = ""
        self.chosen_all: tuple[str, ...] = ()
        self._folded: dict[str, frozenset[str]] = {}

    @property
    def folded(self) -> frozenset[str]:
        """Return the lanes of this map that are folded."""
        return self._folded.get(self.code, frozenset())

    def fold(self, lane: str) -> None:
        """Fold a lane, or open it again."""
        self._folded[self.code] = self.folded ^ {lane}

    def do(self, name: str, work: Callable[[OpenEngagement, str], T]) -> T | None:
        """Change the map as one operation of that name; nothing that is seen moves by itself.

        Returns what ``work`` does, or None when it was refused.
        """
        opened, code = self.desk.engagement, self.code
        if opened is None:
            return None

        def whole() -> T:
            if any(folded_lane(part) is not None for part in self.chosen_all):
                raise _folded()
            with opened.operation(name):
                what_if = map_card(opened.dossier(), code).kind is MapKind.SCENARIO
                if self.drawing is not None and not self.folded and not what_if:
                    keep_places(opened, code, drawn=self.drawing)
                return work(opened, code)

        return self.desk.write(whole)

    def part(self) -> Box | Arrow | None:
        """Return what is chosen as it is drawn."""
        if self.drawing is None:
            return None
        parts: tuple[Box | Arrow, ...] = (*self.drawing.boxes, *self.drawing.arrows)
        return next((part for part in parts if part.code == self.chosen), None)

    def labels(self) -> dict[str, str]:
        """Return the words of each box as they were written."""
        opened = self.desk.engagement
        if opened is None:
            return {}
        dossier = opened.dossier()
        return {it.code: it.label for it in sheet_of(dossier, map_card(dossier, self.code)).boxes}

    def words_of(self, code: str) -> str:
        """Return the words of a box as they were written, or the ends of an arrow."""
        if self.drawing is None:
            return ""
        labels = self.labels()
        arrow = next((one for one in self.drawing.arrows if one.code == code), None)
        if arrow is None:
            return labels.get(code, "")
        ends = (labels.get(arrow.tail, ""), labels.get(arrow.head, ""))
        return _("{source} to {target}").format(source=ends[0], target=ends[1])

    def lane_at(self, code: str, down: float = 0) -> str | None:
        """Return the lane in which a box is that is moved down by so many points, or None."""
        if self.drawing is None:
            return None
        box = next((one for one in self.drawing.boxes if one.code == code), None)
        if box is None:
            return None
        middle = box.y + box.height / 2 + down
        for lane in self.drawing.lanes:
            if lane.y <= middle < lane.y + lane.height:
                return lane.name
        return None


def _folded() -> InputRefused:
    return InputRefused(
        _("The map was not changed."),
        _("What is chosen stands for all steps of a lane that is folded."),
        _("Open the lane first: H."),
    )
