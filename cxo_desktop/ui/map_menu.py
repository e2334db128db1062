"""Begin a map, take one in, or copy one: the menu above the list of maps."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton

from cxo_desktop.app.map_import import MapImport, import_maps
from cxo_desktop.app.scenario_edit import begin_scenario
from cxo_desktop.app.starters import begin_map, copy_map, starters
from cxo_desktop.domain.enums import MapVariant
from cxo_desktop.i18n import _
from cxo_desktop.ui import icons
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.shown import Facts, ListRow


class MapMenu(QObject):
    """``made`` tells the code of a new map; ``told`` its code and what of a file has no place."""

    made = Signal(str)
    told = Signal(str, Facts)

    def __init__(self, desk: Desk, shown: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown = shown
        self.button = QToolButton()
        self.button.setToolTip(_("New map"))
        self.button.setAccessibleName(_("New map"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        icons.dress(self.button, "plus", "text", 16)
        self.menu = QMenu(self.button)
        for starter in starters():
            action = self.menu.addAction(starter.name)
            action.setToolTip(starter.about)
            action.triggered.connect(partial(self._begin, starter.code))
        self.menu.addSeparator()
        self.menu.addAction(_("Copy as what should be")).triggered.connect(self._copy)
        self.menu.addAction(_("What if, on this map")).triggered.connect(self._what_if)
        self.menu.addAction(_("Take in a file…")).triggered.connect(self._choose_files)
        self.button.setMenu(self.menu)

    def take_in(self, paths: list[Path]) -> None:
        """Take in files; tell what of them has no place in a map."""
        opened = self._desk.engagement
        report = self._desk.write(lambda: import_maps(opened, paths)) if opened else None
        if report is None:
            return
        code = report.maps[0].code
        if report.losses:
            self.told.emit(code, _losses(report))
        self.made.emit(code)

    def _begin(self, starter: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt gives it
        opened = self._desk.engagement
        code = self._desk.write(lambda: begin_map(opened, starter)) if opened else None
        if code is not None:
            self.made.emit(code)

    def _copy(self) -> None:
        opened, shown = self._desk.engagement, self._shown()
        if opened is None:
            return
        code = self._desk.write(lambda: copy_map(opened, shown, MapVariant.TO_BE))
        if code is not None:
            self.made.emit(code)

    def _what_if(self) -> None:
        opened, shown = self._desk.engagement, self._shown()
        code = self._desk.write(lambda: begin_scenario(opened, shown)) if opened else None
        if code is not None:
            self.made.emit(code)

    def _choose_files(self) -> None:
        names, _kind = QFileDialog.getOpenFileNames(
            self.button, _("Take in maps"), "", _("Maps (*.bpmn *.xml *.dot *.gv *.graphml)")
        )
        if names:
            self.take_in([Path(name) for name in names])


def _losses(report: MapImport) -> Facts:
    rows = tuple(
        ListRow(str(number), it.element, it.reason, "circle-alert", "warn")
        for number, it in enumerate(report.losses)
    )
    title = _("What of the file has no place on a map")
    return Facts(title, "file", (), (), rows, _("It is kept and comes out again as BPMN."))
