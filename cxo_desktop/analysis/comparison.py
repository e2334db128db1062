"""A what-if beside what is: days, hours, rupees, hand-offs, re-entries, single points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cxo_desktop.analysis.chain import HOURS_A_DAY, ChainFigure, chain
from cxo_desktop.analysis.costs import Rates, known_rates, staff_cost_per_year
from cxo_desktop.analysis.figures import Figure, Remark
from cxo_desktop.analysis.fragility import ResourceKind
from cxo_desktop.analysis.lead_time import lead_time
from cxo_desktop.analysis.networks import band_people, process_network
from cxo_desktop.analysis.processes import MINUTES, map_figure, minutes
from cxo_desktop.analysis.scenarios import edited_flows, is_about_flows
from cxo_desktop.analysis.step_scenarios import DrawnMap, drawn, edited_map
from cxo_desktop.domain.datachain import DataFlow, DataNode, Scenario
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import RoleBand
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.domain.records import Json, Number

Values = Mapping[str, Number | None]
_DIGITS = {"flow_efficiency": 4, "rolled_complete_accurate": 4, "staff_cost_per_year_inr": 0}


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure as it is and as it would be; unrounded, None where it is not known."""

    name: str
    as_is: Number | None
    scenario: Number | None

    @property
    def change(self) -> Number | None:
        """Return by how much it would change, or None when either is not known."""
        if self.as_is is None or self.scenario is None:
            return None
        return self.scenario - self.as_is

    def as_json(self) -> dict[str, Json]:
        """Return the three numbers rounded, so that the change is that of the two shown."""
        digits = _DIGITS.get(self.name, 1)
        as_is, scenario = _rounded(self.as_is, digits), _rounded(self.scenario, digits)
        shown = None if as_is is None or scenario is None else scenario - as_is
        return {"as_is": as_is, "scenario": scenario, "change": _rounded(shown, digits)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonFigure(Figure):
    """One scenario beside what is: the data chain's measures, then those of its map."""

    scenario: str
    name: str
    chain: tuple[Measure, ...]
    map: str | None
    steps: tuple[Measure, ...]

    def as_json(self) -> Json:
        """Return the measures of what the scenario is about."""
        told: dict[str, Json] = {"scenario": self.scenario, "name": self.name}
        if self.chain:
            told["chain"] = {it.name: it.as_json() for it in self.chain}
        if self.map is not None:
            told["map"] = self.map
            told["steps"] = {it.name: it.as_json() for it in self.steps}
        return told


def _rounded(number: Number | None, digits: int) -> Number | None:
    if number is None:
        return None
    return round(number, digits) if digits else round(number)


def compare(dossier: Dossier, scenario: Scenario) -> ComparisonFigure:
    """Return a scenario beside what is (docs: indicators, what-if)."""
    rates = known_rates(dossier)
    remarks: list[Remark] = []
    flows: tuple[Measure, ...] = ()
    steps: tuple[Measure, ...] = ()
    if is_about_flows(scenario):
        edited = edited_flows(dossier, scenario)
        remarks += edited.remarks
        as_is = _chain_values(dossier, dossier.all(DataFlow), rates)
        flows = _measures(as_is, _chain_values(dossier, edited.flows, rates))
    if scenario.map is not None:
        what_if = edited_map(dossier, scenario)
        remarks += what_if.remarks
        now = _map_values(dossier, scenario.map, drawn(dossier, scenario.map), rates)
        steps = _measures(now, _map_values(dossier, scenario.map, what_if, rates))
    return ComparisonFigure(
        inputs={"scenarios": (scenario.code,)},
        remarks=tuple(dict.fromkeys(remarks)),
        scenario=scenario.code,
        name=scenario.name,
        chain=flows,
        map=scenario.map,
        steps=steps,
    )


def chain_measures(
    dossier: Dossier, first: Sequence[DataFlow], second: Sequence[DataFlow]
) -> tuple[Measure, ...]:
    """Return the measures of two chains beside each other."""
    rates = known_rates(dossier)
    return _measures(_chain_values(dossier, first, rates), _chain_values(dossier, second, rates))


def map_measures(
    dossier: Dossier,
    first: tuple[str, Sequence[Step], Sequence[Transition]],
    second: tuple[str, Sequence[Step], Sequence[Transition]],
) -> tuple[Measure, ...]:
    """Return the measures of two process maps (code, steps, arrows) beside each other."""
    rates = known_rates(dossier)
    values = [
        _map_values(dossier, code, DrawnMap(tuple(steps), tuple(moves)), rates)
        for code, steps, moves in (first, second)
    ]
    return _measures(*values)


def _measures(as_is: Values, scenario: Values) -> tuple[Measure, ...]:
    return tuple(Measure(name, as_is[name], scenario[name]) for name in as_is)


def _chain_values(dossier: Dossier, flows: Sequence[DataFlow], rates: Rates) -> Values:
    figure = chain(dossier, flows)
    return {
        "typical_days": _in_days(figure.typical_hours),
        "worst_days": _in_days(figure.worst_hours),
        "hops_on_path": len(figure.legs),
        "manual_hops_on_path": len(figure.manual_on_path),
        "hand_offs": len(hand_offs(dossier, flows)),
        "re_entries": len(figure.re_entries),
        "places_one_visit_is_written": len(figure.places),
        "competing_numbers_at_decision": len(figure.competing),
        "staff_hours_per_month": figure.staff_hours_per_month,
        "staff_hours_moving_per_month": figure.staff_hours_moving_per_month,
        "staff_cost_per_year_inr": staff_cost_per_year(flows, rates),
        "single_points": len(alone_on_path(dossier, flows, figure)),
        "pii_unprotected_flows": len(figure.unprotected),
    }


def _in_days(hours: Number | None) -> Number | None:
    return None if hours is None else hours / HOURS_A_DAY


def hand_offs(dossier: Dossier, flows: Iterable[DataFlow]) -> tuple[str, ...]:
    """Return the flows by which data passes from one level to another."""
    owners = {node.code: node.owner_level for node in dossier.all(DataNode)}
    return tuple(
        flow.code
        for flow in flows
        if owners.get(flow.source)
        and owners.get(flow.target)
        and owners[flow.source] != owners[flow.target]
    )


def alone_on_path(
    dossier: Dossier, flows: Iterable[DataFlow], figure: ChainFigure
) -> tuple[str, ...]:
    """Return the people, or posts, who alone can do some flow of the critical path."""
    people = band_people(dossier)
    on_path = set(figure.critical_flows)
    able = (people.get(it.role_band or "") for it in flows if it.code in on_path)
    return tuple(sorted({one.code for who in able if who and len(who) == 1 for one in who}))


def _map_values(dossier: Dossier, code: str, map_drawn: DrawnMap, rates: Rates) -> Values:
    figure = map_figure(code, map_drawn.steps, map_drawn.transitions)
    time = lead_time(map_drawn.steps, map_drawn.transitions)
    return {
        "steps": len(figure.steps),
        "hand_offs": len(figure.handoffs),
        "touch_hours": figure.touch_hours,
        "wait_hours": figure.wait_hours,
        "lead_days": _in_days(time.expected),
        "longest_days": _in_days(time.longest),
        "flow_efficiency": figure.flow_efficiency,
        "rolled_complete_accurate": figure.rolled,
        "staff_cost_per_cycle_inr": _cycle_cost(dossier, map_drawn, rates),
        "single_points": _alone_in_map(dossier, code, map_drawn),
    }


def _cycle_cost(dossier: Dossier, map_drawn: DrawnMap, rates: Rates) -> Number | None:
    """Return the rupees of one cycle; None while a lane is no role band with a known pay."""
    bands = {band.name.casefold(): band.code for band in dossier.all(RoleBand)}
    worked = [it for it in map_drawn.steps if minutes(it)]
    prices = [rates.get(bands.get((it.lane or "").casefold(), "")) for it in worked]
    if any(price is None for price in prices):
        return None
    return sum(
        minutes(step) / MINUTES * (price or 0) for step, price in zip(worked, prices, strict=True)
    )


def _alone_in_map(dossier: Dossier, code: str, map_drawn: DrawnMap) -> int:
    """Return how many people are the only one for something that the process needs."""
    process = dossier.by_code(ProcessMap).get(code, ProcessMap(code=code))
    network = process_network(dossier, process, map_drawn.steps, map_drawn.transitions)
    needs = (need for needs in network.needs.values() for need in needs)
    alone = {one for need in needs if len(need) == 1 for one in need}
    return sum(1 for one in alone if one.kind is not ResourceKind.TOOL)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonsFigure(Figure):
    """Every scenario beside what is, in list order."""

    scenarios: tuple[ComparisonFigure, ...]

    def as_json(self) -> Json:
        """Return the comparisons by scenario."""
        return {it.scenario: it.as_json() for it in self.scenarios}


def comparisons(dossier: Dossier) -> ComparisonsFigure:
    """Return every scenario beside what is (docs: indicators, what-if)."""
    found = tuple(compare(dossier, it) for it in dossier.all(Scenario))
    return ComparisonsFigure(
        inputs={"scenarios": tuple(it.scenario for it in found)},
        remarks=tuple(dict.fromkeys(remark for it in found for remark in it.remarks)),
        scenarios=found,
    )
