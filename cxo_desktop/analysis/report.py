"""Every indicator of an engagement under its name, as the exchange format lists them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cxo_desktop.analysis.attribution import attribution
from cxo_desktop.analysis.bus_factor import bus_factor
from cxo_desktop.analysis.chain import chain
from cxo_desktop.analysis.consent import consent, usable
from cxo_desktop.analysis.costs import hourly_rates, true_cost
from cxo_desktop.analysis.coverage import coverage
from cxo_desktop.analysis.divergence import divergence
from cxo_desktop.analysis.figures import Figure
from cxo_desktop.analysis.fit import pilot_readiness, platform_fit
from cxo_desktop.analysis.funding import funder_flags
from cxo_desktop.analysis.hotspots import hotspots
from cxo_desktop.analysis.privacy import privacy
from cxo_desktop.analysis.processes import process_maps
from cxo_desktop.analysis.recommendations import dimension_balance, process_gate
from cxo_desktop.analysis.responsiveness import responsiveness
from cxo_desktop.analysis.scenarios import scenarios
from cxo_desktop.analysis.triangulation import triangulation
from cxo_desktop.analysis.upskilling import upskilling
from cxo_desktop.analysis.words import beside, sentence
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.domain.platforms import Catalogue
from cxo_desktop.domain.records import Json
from cxo_desktop.i18n import _

Reckon = Callable[[Dossier, Catalogue], Figure]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: its name, and how it is reckoned."""

    name: str
    reckon: Reckon


INDICATORS: tuple[Indicator, ...] = (
    Indicator("coverage", lambda it, _: coverage(it)),
    Indicator("divergence", lambda it, _: divergence(it)),
    Indicator("consent", lambda it, _: consent(it)),
    Indicator("triangulation", lambda it, _: triangulation(it)),
    Indicator("triangulation_in_brief", lambda it, _: triangulation(usable(it))),
    Indicator("chain_as_is", lambda it, _: chain(it)),
    Indicator("scenarios", lambda it, _: scenarios(it)),
    Indicator("hotspots", lambda it, _: hotspots(it)),
    Indicator("hourly_rates_inr", lambda it, _: hourly_rates(it)),
    Indicator("true_cost", lambda it, _: true_cost(it)),
    Indicator("bus_factor", lambda it, _: bus_factor(it)),
    Indicator("responsiveness", lambda it, _: responsiveness(it)),
    Indicator("upskilling", lambda it, _: upskilling(it)),
    Indicator("funder_flags", lambda it, _: funder_flags(it)),
    Indicator("privacy", lambda it, _: privacy(it)),
    Indicator("process_gate", lambda it, _: process_gate(it)),
    Indicator("dimension_balance", lambda it, _: dimension_balance(it)),
    Indicator("process_maps", lambda it, _: process_maps(it)),
    Indicator("platform_fit", platform_fit),
    Indicator("attribution", lambda it, _: attribution(it)),
)

MORE: tuple[Indicator, ...] = (
    Indicator("divergence_in_brief", lambda it, _: divergence(usable(it))),
    Indicator("pilot_readiness", lambda it, _: pilot_readiness(it)),
)


def indicators(dossier: Dossier, catalogue: Catalogue) -> dict[str, Json]:
    """Return every indicator by name, rounded as the exchange format has them."""
    return {item.name: item.reckon(dossier, catalogue).as_json() for item in INDICATORS}


def full(dossier: Dossier, catalogue: Catalogue) -> dict[str, Json]:
    """Return the indicators and everything else that is reckoned, with what is missing.

    "details" tells by name: completeness, "too early", remarks, and what the figure adds.
    """
    figures = {item.name: item.reckon(dossier, catalogue) for item in (*INDICATORS, *MORE)}
    told: dict[str, Json] = {name: figure.as_json() for name, figure in figures.items()}
    told["details"] = {name: _details(figure) for name, figure in figures.items()}
    return told


def why(dossier: Dossier, catalogue: Catalogue, name: str) -> dict[str, Json]:
    """Return one indicator with the codes it rests on. Raises NotFound."""
    for item in (*INDICATORS, *MORE):
        if item.name == name:
            figure = item.reckon(dossier, catalogue)
            inputs: dict[str, Json] = {kind: list(it) for kind, it in figure.inputs.items()}
            return {
                "name": name,
                "value": figure.as_json(),
                "inputs": inputs,
                **_details(figure),
            }
    raise NotFound(
        _("There is no indicator “{name}”.").format(name=name),
        _("These exist: {names}.").format(
            names=", ".join(item.name for item in (*INDICATORS, *MORE))
        ),
        _("Use one of these names."),
    )


def _details(figure: Figure) -> dict[str, Json]:
    gaps = [known for known in figure.completeness if known.missing]
    return {
        "completeness": {known.what: known.as_json() for known in figure.completeness},
        "incomplete": [sentence(known) for known in gaps],
        "too_early": figure.too_early,
        "remarks": [beside(remark) for remark in figure.remarks],
        "more": figure.more(),
    }
