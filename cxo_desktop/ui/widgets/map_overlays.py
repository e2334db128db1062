"""Choose one question to be laid over a map."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from cxo_desktop.app.map_overlays import Overlay, overlay_word, overlays_of
from cxo_desktop.app.maps import MapCard
from cxo_desktop.i18n import _


class MapOverlays(QComboBox):
    """Plain, or one of the questions that the map can answer; ``chosen`` when a person chose."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What the map shows"))
        self.setToolTip(_("Lay a question over the map"))
        self._offered: tuple[Overlay, ...] = ()
        self.addItem(_("Plain map"))
        self.activated.connect(lambda _place: self.chosen.emit())

    @property
    def overlay(self) -> Overlay | None:
        """Return the question that is chosen, or None for the plain map."""
        place = self.currentIndex() - 1
        return self._offered[place] if 0 <= place < len(self._offered) else None

    def show_for(self, card: MapCard) -> None:
        """Offer the questions of a map; the one that was chosen stays if it is among them."""
        offered = overlays_of(card)
        if offered == self._offered:
            return
        kept, self._offered = self.overlay, offered
        self.clear()
        self.addItems([_("Plain map"), *map(overlay_word, offered)])
        self.setCurrentIndex(1 + offered.index(kept) if kept in offered else 0)
