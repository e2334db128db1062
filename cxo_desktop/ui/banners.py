"""The bars under the top bar: reading only, little space, an interview that came back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxo_desktop.i18n import _
from cxo_desktop.ui.came_back import came_back
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.widgets.banner import Banner
from cxo_desktop.ui.widgets.layouts import column


class Banners(QWidget):
    """``continued``: the interview with which somebody wants to go on."""

    continued = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._interview = ""
        self.crashed = False
        self.read_only = Banner("shield-alert", "warn")
        self.space = Banner("hard-drive", "warn")
        self.back = Banner("rotate-ccw", "accent", _("Continue"))
        bars = (self.read_only, self.space, self.back)
        self.setLayout(column(*bars, spacing=6, margins=(0, 8, 0, 0)))
        for bar in bars:
            bar.told.connect(self._show_any)
        self.back.accepted.connect(lambda: self.continued.emit(self._interview))
        desk.opened.connect(self.refresh)
        desk.let_go.connect(self.refresh)

    def refresh(self) -> None:
        """Say what holds for the engagement that is open now."""
        engagement = self._desk.engagement
        self.read_only.tell(engagement.read_only if engagement else "")
        found = (
            self._desk.attempt(lambda: came_back(engagement, crashed=self.crashed))
            if engagement
            else None
        )
        if engagement is not None:
            self.crashed = False
        self._interview = found.interview if found else ""
        self.back.tell(found.words if found else "")

    def _show_any(self) -> None:
        bars = (self.read_only, self.space, self.back)
        self.setVisible(not all(bar.isHidden() for bar in bars))
