"""Every indicator of an engagement under its name, as the exchange format lists them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cxo_desktop.analysis.chain import chain
from cxo_desktop.analysis.consent import consent, usable
from cxo_desktop.analysis.coverage import coverage
from cxo_desktop.analysis.divergence import divergence
from cxo_desktop.analysis.figures import Figure
from cxo_desktop.analysis.scenarios import scenarios
from cxo_desktop.analysis.triangulation import triangulation
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.records import Json


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: its name, and how it is reckoned from a dossier."""

    name: str
    reckon: Callable[[Dossier], Figure]


INDICATORS: tuple[Indicator, ...] = (
    Indicator("coverage", coverage),
    Indicator("divergence", divergence),
    Indicator("consent", consent),
    Indicator("triangulation", triangulation),
    Indicator("triangulation_in_brief", lambda dossier: triangulation(usable(dossier))),
    Indicator("chain_as_is", chain),
    Indicator("scenarios", scenarios),
)


def indicators(dossier: Dossier) -> dict[str, Json]:
    """Return every indicator by name, rounded as the exchange format has them."""
    return {item.name: item.reckon(dossier).as_json() for item in INDICATORS}
