"""A map whose parts are chosen: one, several, or none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxo_desktop.ui.widgets.map_canvas import MapCanvas


class MapSurface(MapCanvas):
    """``picked`` tells the code of the node or flow that was chosen last, "" for none.

    ``asked`` tells which change a key asks for; ``dragged`` by how many points each of some nodes
    was moved to the right and down; ``joined`` from where to where an arrow was drawn, "" for
    empty ground. ``lane_moved`` tells a lane and its new place among the lanes, ``lane_sized`` a
    lane and its new height in points.
    """

    picked = Signal(str)
    asked = Signal(str)
    dragged = Signal(object)
    joined = Signal(str, str)
    lane_moved = Signal(str, int)
    lane_sized = Signal(str, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last = ""
        self._painted: set[str] = set()
        self.scene().selectionChanged.connect(self._tell)

    def choose(self, *codes: str) -> None:
        """Choose nodes or flows, the last one foremost, and bring it into sight."""
        shapes = [self.shapes[code] for code in codes if code in self.shapes]
        if not shapes:
            return
        self._last = shapes[-1].code
        if set(self.scene().selectedItems()) != set(shapes):
            self.scene().blockSignals(True)
            self.scene().clearSelection()
            for shape in shapes:
                shape.setSelected(True)
            self.scene().blockSignals(False)
            self._tell()
        self.ensureVisible(shapes[-1], 20, 20)

    def choose_also(self, code: str) -> None:
        """Choose a node or flow alone, unless it is among what is chosen already."""
        if code not in self.chosen_all:
            self.choose(code)

    @property
    def chosen(self) -> str:
        """Return the code of what was chosen last, or ""."""
        found = self.chosen_all
        return self._last if self._last in found else next(iter(found), "")

    @property
    def chosen_all(self) -> tuple[str, ...]:
        """Return the codes of all that is chosen."""
        return tuple(code for code, shape in self.shapes.items() if shape.isSelected())

    def _tell(self) -> None:
        chosen = set(self.chosen_all)
        for code in (chosen | self._painted) & self.shapes.keys():
            self.shapes[code].cover()
        self._painted = chosen
        self.picked.emit(self.chosen)
