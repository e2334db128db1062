"""Every indicator of an engagement under its name, as the exchange format lists them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cxo_desktop.analysis.absences import absences
from cxo_desktop.analysis.attribution import attribution
from cxo_desktop.analysis.bus_factor import bus_factor
from cxo_desktop.analysis.chain import chain
from cxo_desktop.analysis.comparison import comparisons
from cxo_desktop.analysis.consent import consent, usable
from cxo_desktop.analysis.costs import hourly_rates, true_cost
from cxo_desktop.analysis.coverage import coverage
from cxo_desktop.analysis.divergence import divergence
from cxo_desktop.analysis.figures import Figure
from cxo_desktop.analysis.fit import pilot_readiness, platform_fit
from cxo_desktop.analysis.funding import funder_flags
from cxo_desktop.analysis.gates import consent_gates
from cxo_desktop.analysis.handoffs import handoffs
from cxo_desktop.analysis.hotspots import hotspots
from cxo_desktop.analysis.idle import idle
from cxo_desktop.analysis.latency import latency
from cxo_desktop.analysis.passage import passage
from cxo_desktop.analysis.privacy import privacy
from cxo_desktop.analysis.process_times import process_times
from cxo_desktop.analysis.processes import process_maps
from cxo_desktop.analysis.recommendations import dimension_balance, process_gate
from cxo_desktop.analysis.reconvergence import competing_numbers
from cxo_desktop.analysis.responsiveness import responsiveness
from cxo_desktop.analysis.scenarios import scenarios
from cxo_desktop.analysis.suggestions import suggestions
from cxo_desktop.analysis.triangulation import triangulation
from cxo_desktop.analysis.upskilling import upskilling
from cxo_desktop.analysis.words import beside, sentence
from cxo_desktop.domain.actions import Action, CheckIn, Dispatch
from cxo_desktop.domain.datachain import DataFlow, DataNode, Discrepancy, Scenario
from cxo_desktop.domain.decisions import Decision
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Level, RoleBand
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.domain.findings import Evidence, Finding, Recommendation
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.platforms import Catalogue
from cxo_desktop.domain.privacy import SelfCheck
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.domain.records import Json, Record
from cxo_desktop.domain.skills import PersonSkill, SkillRequirement, Training
from cxo_desktop.domain.themes import Theme
from cxo_desktop.domain.tools import CostItem, Pilot, Tool
from cxo_desktop.i18n import _

Kinds = frozenset[type[Record]]
_HEARD: Kinds = frozenset({Interview, Person})
_SAID: Kinds = _HEARD | {Note, Consent, Theme}
_CHAIN: Kinds = frozenset({DataFlow, DataNode})
_MAPS: Kinds = frozenset({ProcessMap, Step, Transition})
_SKILLS: Kinds = frozenset({Person, PersonSkill, SkillRequirement})


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: its name, how it is reckoned, and the kinds of record it reads.

    Every indicator may also read the engagement itself and the catalogue.
    """

    name: str
    reckon: Callable[[Dossier, Catalogue], Figure]
    reads: Kinds


def _of(name: str, reckon: Callable[[Dossier], Figure], reads: Kinds) -> Indicator:
    return Indicator(name, lambda dossier, _catalogue: reckon(dossier), reads)


INDICATORS: tuple[Indicator, ...] = (
    _of("coverage", coverage, _HEARD | {Level}),
    _of("divergence", divergence, frozenset({Note, Person, Theme})),
    _of("consent", consent, frozenset({Interview, Consent, Note})),
    _of("triangulation", triangulation, _HEARD | {Note, Finding, Evidence}),
    _of(
        "triangulation_in_brief",
        lambda it: triangulation(usable(it)),
        _HEARD | {Note, Consent, Finding, Evidence},
    ),
    _of("chain_as_is", chain, _CHAIN),
    _of("scenarios", scenarios, _CHAIN | {Scenario}),
    _of("hotspots", hotspots, frozenset({DataFlow, Discrepancy})),
    _of("hourly_rates_inr", hourly_rates, frozenset({RoleBand})),
    _of("true_cost", true_cost, frozenset({RoleBand, DataFlow, CostItem, Tool})),
    _of("bus_factor", bus_factor, _SKILLS),
    _of("responsiveness", responsiveness, frozenset({Dispatch, CheckIn, Action})),
    _of("upskilling", upskilling, frozenset({Training})),
    _of("funder_flags", funder_flags, frozenset({Decision})),
    _of("privacy", privacy, frozenset({SelfCheck})),
    _of("process_gate", process_gate, frozenset({Recommendation})),
    _of("dimension_balance", dimension_balance, frozenset({Recommendation})),
    _of("process_maps", process_maps, _MAPS),
    Indicator("platform_fit", platform_fit, frozenset({Pilot, Tool})),
    _of("attribution", attribution, _HEARD),
)

MORE: tuple[Indicator, ...] = (
    _of("divergence_in_brief", lambda it: divergence(usable(it)), _SAID - {Interview}),
    _of("pilot_readiness", pilot_readiness, frozenset({Pilot})),
    _of(
        "scenario_comparisons",
        comparisons,
        _CHAIN | _MAPS | _SKILLS | {RoleBand, Scenario},
    ),
    _of("latency", latency, _CHAIN),
    _of("absences", absences, _CHAIN | _MAPS | _SKILLS | {RoleBand}),
    _of("everything_passes_through", passage, _CHAIN),
    _of("competing_numbers", competing_numbers, _CHAIN),
    _of("consent_gates", consent_gates, _CHAIN),
    _of("process_times", process_times, _MAPS),
    _of("handoffs", handoffs, frozenset({Step, Transition})),
    _of("idle", idle, _CHAIN | {Step, Transition}),
    _of("suggestions", suggestions, _SAID | {Finding, Evidence}),
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
            return {"name": name, "value": figure.as_json(), "inputs": inputs, **_details(figure)}
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
