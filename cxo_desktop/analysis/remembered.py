"""Figures kept between changes: only what a change can touch is reckoned again."""

from __future__ import annotations

from collections.abc import Iterable

from cxo_desktop.analysis.figures import Figure
from cxo_desktop.analysis.report import INDICATORS, MORE, Indicator
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.platforms import Catalogue


class Remembered:
    """The figures of one engagement as of the dossier that was asked about last."""

    def __init__(self, indicators: Iterable[Indicator] = (*INDICATORS, *MORE)) -> None:
        self._indicators = {item.name: item for item in indicators}
        self._dossier = Dossier(engagement=Engagement())
        self._catalogue: Catalogue | None = None
        self._figures: dict[str, Figure] = {}

    def figure(self, name: str, dossier: Dossier, catalogue: Catalogue) -> Figure:
        """Return one figure, reckoned again only if a kind of record it reads has changed.

        Raises KeyError for a name that does not exist.
        """
        self._forget(dossier, catalogue)
        if name not in self._figures:
            self._figures[name] = self._indicators[name].reckon(dossier, catalogue)
        return self._figures[name]

    @property
    def names(self) -> frozenset[str]:
        """Return the names of the figures that are kept now."""
        return frozenset(self._figures)

    def outdated(self, dossier: Dossier, catalogue: Catalogue) -> frozenset[str]:
        """Return the names of the figures kept that read what differs in another dossier."""
        before = self._dossier
        if catalogue != self._catalogue or dossier.engagement != before.engagement:
            return self.names
        kinds = {*before.records, *dossier.records}
        changed = {kind for kind in kinds if dossier.all(kind) != before.all(kind)}
        return frozenset(it for it in self._figures if self._indicators[it].reads & changed)

    def _forget(self, dossier: Dossier, catalogue: Catalogue) -> None:
        """Drop the figures that read what differs from the dossier asked about before."""
        if dossier is self._dossier and catalogue is self._catalogue:
            return
        for name in self.outdated(dossier, catalogue):
            del self._figures[name]
        self._dossier, self._catalogue = dossier, catalogue
