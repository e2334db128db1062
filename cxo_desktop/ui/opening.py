"""Cards of figures that open what they rest on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFrame, QWidget

from cxo_desktop.app.indicators import why
from cxo_desktop.i18n import _
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.dialogs.opened import open_once
from cxo_desktop.ui.dialogs.rests_on import RestsOnDialog
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.why_rows import input_rows, skill_rows, told
from cxo_desktop.ui.widgets.opener import Opener


class Openings(QObject):
    """Makes cards openable; what is listed is asked for when one opens."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def of_indicator(self, card: QWidget | None, name: str, title: str) -> None:
        """Let a card open what an indicator rests on."""
        if isinstance(card, QFrame):
            card.setAccessibleName(card.accessibleName() or title)
            opener = Opener(card, _("Enter shows what it rests on"))
            opener.opened.connect(lambda: self._show_indicator(card, name, title))

    def of_skill(self, key: str) -> None:
        """Open what a single point rests on; ``key`` is "process skill"."""
        process, _space, skill = key.partition(" ")
        engagement = self._desk.engagement
        if engagement is not None:
            self._show(skill, "", skill_rows(engagement.dossier(), process, skill))

    def _show_indicator(self, card: QFrame, name: str, title: str) -> None:
        engagement = self._desk.engagement
        if engagement is None:
            return
        dossier = engagement.dossier()
        reasons = self._desk.attempt(lambda: why(dossier, name, engagement.today()))
        if reasons is not None:
            inputs = reasons["inputs"]
            rows = input_rows(dossier, inputs) if isinstance(inputs, dict) else []
            self._show(title, " ".join((card.accessibleName(), told(reasons))).strip(), rows)

    def _show(self, title: str, figure: str, rows: Sequence[ListRow]) -> None:
        open_once(RestsOnDialog(self._desk, title, figure, rows, self._page))
