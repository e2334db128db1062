"""The figures of one open engagement, kept while nothing that they rest on changes."""

from __future__ import annotations

from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from cxo_desktop.app.catalogue import catalogue_of
from cxo_desktop.app.indicators import standing_on
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.records import Json

if TYPE_CHECKING:
    from cxo_desktop.analysis.remembered import Remembered


class KeptFigures:
    """Indicators of which a change makes only those be reckoned again that read what changed.

    May be asked from several threads; one reckons, the others wait for it.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._remembered: Remembered | None = None

    def indicators(self, dossier: Dossier, today: date) -> dict[str, Json]:
        """Return what `indicators.indicators` returns."""
        from cxo_desktop.analysis.report import INDICATORS

        standing, catalogue = standing_on(dossier, today), catalogue_of(dossier)
        with self._lock:
            kept = self._kept()
            return {
                item.name: kept.figure(item.name, standing, catalogue).as_json()
                for item in INDICATORS
            }

    @property
    def names(self) -> frozenset[str]:
        """Return the names of the figures that are kept now."""
        with self._lock:
            return self._kept().names

    def outdated(self, dossier: Dossier, today: date) -> frozenset[str]:
        """Return the names of the figures kept that must be reckoned again for a dossier."""
        standing, catalogue = standing_on(dossier, today), catalogue_of(dossier)
        with self._lock:
            return self._kept().outdated(standing, catalogue)

    def _kept(self) -> Remembered:
        if self._remembered is None:
            from cxo_desktop.analysis.remembered import Remembered

            self._remembered = Remembered()
        return self._remembered
