"""What a tool truly costs: cash, training, and the hours that people spend on its limits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from cxo_desktop.analysis.figures import Figure, amount, codes, completeness, share, stated
from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import RoleBand, Settings
from cxo_desktop.domain.enums import CostKind
from cxo_desktop.domain.records import Json, Number
from cxo_desktop.domain.tools import CostItem, Tool

MONTHS = 12
YEARS = 3
ONE_OFF = "one_off"
UNKNOWN = "unknown"
TIMES_A_YEAR = {"monthly": 12, "quarterly": 4, "half_yearly": 2, "yearly": 1}
Rates = Mapping[str, Number]
_TIME = frozenset({CostKind.STAFF_TIME})
_LESSONS = frozenset({CostKind.TRAINING})
_RUNNING = frozenset({None, *CostKind}) - _TIME - _LESSONS


@dataclass(frozen=True, slots=True, kw_only=True)
class RatesFigure(Figure):
    """Rupees an hour of each role band; None where its pay is not known."""

    rates: Mapping[str, Number | None]

    def as_json(self) -> Json:
        """Return the rates with 1 decimal."""
        return {band: None if rate is None else round(rate, 1) for band, rate in self.rates.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCost:
    """What one tool costs a year, in rupees; unrounded.

    ``cash`` is None when nobody said. ``flows`` are the flows whose hours count, ``unpriced``
    those of them whose role band has no known pay: their hours are here, their rupees are not.
    ``by_certainty`` are the rupees of a year by how well they are known.
    """

    tool: str
    name: str
    cash: Number | None
    training: Number
    one_off: Number
    staff_hours: Number
    staff_cost: Number
    flows: tuple[str, ...]
    unpriced: tuple[str, ...]
    by_certainty: Mapping[str, Number] = field(default_factory=dict, hash=False)

    @property
    def per_year(self) -> Number:
        """Return cash, training and staff time of a year, as far as known."""
        return (self.cash or 0) + self.staff_cost + self.training

    @property
    def three_years(self) -> Number:
        """Return three such years and what is paid once; no growth, no discount."""
        return YEARS * self.per_year + self.one_off

    @property
    def is_lower_bound(self) -> bool:
        """Tell whether something of it is not known, so that it costs at least this."""
        return self.cash is None or bool(self.unpriced)

    def as_json(self) -> dict[str, Json]:
        """Return whole rupees and hours, the share with 3 decimals."""
        year = self.per_year
        return {
            "name": self.name,
            "cash_per_year": None if self.cash is None else round(self.cash),
            "staff_hours_per_year": round(self.staff_hours),
            "staff_cost_per_year": round(self.staff_cost),
            "true_cost_per_year": round(year),
            "three_years": round(self.three_years),
            "staff_share": share(self.staff_cost, year, 3),
            "times_cash": round(year / self.cash, 1) if self.cash else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueCostFigure(Figure):
    """The true cost of every tool, in list order."""

    tools: tuple[ToolCost, ...]

    def as_json(self) -> Json:
        """Return the costs by tool."""
        return {cost.tool: cost.as_json() for cost in self.tools}

    def more(self) -> dict[str, Json]:
        """Return which costs are at least this much, and each year by how well it is known."""
        return {
            "at_least": [cost.tool for cost in self.tools if cost.is_lower_bound],
            "by_certainty": {
                cost.tool: {kind: round(money) for kind, money in cost.by_certainty.items()}
                for cost in self.tools
                if cost.by_certainty
            },
        }


def hourly_rate(band: RoleBand, settings: Settings) -> Number | None:
    """Return rupees an hour: monthly cost times the load, over productive hours a month."""
    pay, load = stated(band.monthly_ctc_inr), stated(settings.loaded_factor)
    hours = stated(settings.productive_hours_per_month)
    if pay is None or load is None or not hours:
        return None
    return stated(pay * load / hours)


def hourly_rates(dossier: Dossier) -> RatesFigure:
    """Return what an hour of each role band costs (docs: indicators, true cost)."""
    bands = dossier.all(RoleBand)
    settings = dossier.engagement.settings
    return RatesFigure(
        inputs={"role_bands": codes(bands)},
        completeness=(
            completeness("bands_pay", bands, lambda it: stated(it.monthly_ctc_inr) is not None),
        ),
        rates={band.code: hourly_rate(band, settings) for band in bands},
    )


def known_rates(dossier: Dossier) -> Rates:
    """Return the hourly rates that are known."""
    rates = hourly_rates(dossier).rates
    return {band: rate for band, rate in rates.items() if rate is not None}


def staff_cost_per_year(flows: Iterable[DataFlow], rates: Rates) -> Number:
    """Return the rupees a year of the hours of flows, as far as their pay is known."""
    return sum(
        amount(flow.staff_hours_per_month) * MONTHS * rates.get(flow.role_band or "", 0)
        for flow in flows
    )


def true_cost(dossier: Dossier) -> TrueCostFigure:
    """Return the true cost of every tool (docs: indicators, true cost).

    The hours of a flow go, once, to the tool whose limit causes them.
    """
    rates = known_rates(dossier)
    flows: dict[str, list[DataFlow]] = defaultdict(list)
    items: dict[str, list[CostItem]] = defaultdict(list)
    for flow in dossier.all(DataFlow):
        if flow.role_band and flow.attributed_tool:
            flows[flow.attributed_tool].append(flow)
    for item in dossier.all(CostItem):
        items[item.tool or ""].append(item)
    tools = dossier.all(Tool)
    return TrueCostFigure(
        inputs={
            "tools": codes(tools),
            "flows": codes(it for tool in tools for it in flows.get(tool.code, ())),
            "cost_items": codes(it for tool in tools for it in items.get(tool.code, ())),
        },
        completeness=(
            completeness("tools_cash", tools, lambda it: stated(it.cash_per_year_inr) is not None),
            completeness(
                "flows_staff_hours",
                dossier.all(DataFlow),
                lambda it: stated(it.staff_hours_per_month) is not None,
            ),
        ),
        tools=tuple(
            _cost(tool, flows.get(tool.code, []), items.get(tool.code, []), rates) for tool in tools
        ),
    )


def _cost(tool: Tool, flows: list[DataFlow], items: list[CostItem], rates: Rates) -> ToolCost:
    """Return a tool's cost; its own figures win over the items that split them up."""
    money = [it for it in items if it.kind not in _TIME]
    time = [it for it in items if it.kind in _TIME]
    lessons = [it for it in money if it.kind in _LESSONS]
    running = [it for it in money if it.kind in _RUNNING]
    cash, training = stated(tool.cash_per_year_inr), stated(tool.training_per_year_inr)
    one_off = stated(tool.one_off_inr)
    yearly = [it for it in running if it.period in TIMES_A_YEAR]
    once = sum(amount(it.amount_inr) for it in money if it.period == ONE_OFF)
    if cash is None and yearly:
        cash = sum(_yearly(it, it.amount_inr) for it in yearly)
    hours = sum(amount(it.staff_hours_per_month) for it in flows) * MONTHS
    extra = sum(_yearly(it, it.hours) * rates.get(it.role_band or "", 0) for it in time)
    cost = ToolCost(
        tool=tool.code,
        name=tool.name,
        cash=cash,
        training=sum(_yearly(it, it.amount_inr) for it in lessons)
        if training is None
        else training,
        one_off=once if one_off is None else one_off,
        staff_hours=hours + sum(_yearly(it, it.hours) for it in time),
        staff_cost=staff_cost_per_year(flows, rates) + extra,
        flows=codes(flows),
        unpriced=codes(it for it in flows if it.role_band not in rates),
    )
    return replace(cost, by_certainty=_by_certainty(cost, items, rates))


def _yearly(item: CostItem, number: Number | None) -> Number:
    return amount(number) * TIMES_A_YEAR.get(item.period or "", 0)


def _by_certainty(cost: ToolCost, items: list[CostItem], rates: Rates) -> Mapping[str, Number]:
    """Return the rupees of a year by how well they are known; together they are the year.

    What no cost item accounts for, nobody has said how they know. Items beyond a figure that the
    tool has of its own count in proportion to it.
    """
    split: dict[str, Number] = defaultdict(int)
    for kinds, whole in (
        (_RUNNING, cost.cash or 0),
        (_LESSONS, cost.training),
        (_TIME, cost.staff_cost),
    ):
        told: dict[str, Number] = defaultdict(int)
        for item in items:
            if item.kind in kinds:
                told[item.certainty.value if item.certainty else UNKNOWN] += _worth(item, rates)
        sum_told = sum(told.values())
        part = min(1, whole / sum_told) if sum_told else 0
        for certainty, money in told.items():
            split[certainty] += money * part
        split[UNKNOWN] += max(0, whole - sum_told)
    return {certainty: money for certainty, money in sorted(split.items()) if money}


def _worth(item: CostItem, rates: Rates) -> Number:
    """Return the rupees a year of one item: hours for staff time, else the amount."""
    if item.kind is CostKind.STAFF_TIME:
        return _yearly(item, item.hours) * rates.get(item.role_band or "", 0)
    return _yearly(item, item.amount_inr)
