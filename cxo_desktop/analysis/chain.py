"""The data chain in figures: how old a number is when it is used, and what moving it costs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cxo_desktop.analysis.figures import (
    Completeness,
    Figure,
    amount,
    codes,
    completeness,
    stated,
)
from cxo_desktop.analysis.paths import Leg, slowest_path
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import FlowMethod, NodeKind, WaitModel
from cxo_desktop.domain.records import Json, Number

MANUAL_METHODS = (
    FlowMethod.PAPER_CAPTURE,
    FlowMethod.RE_ENTRY,
    FlowMethod.PHOTO_FORWARD,
    FlowMethod.MANUAL_EXPORT,
    FlowMethod.COPY_PASTE,
    FlowMethod.MANUAL_IMPORT,
    FlowMethod.MANUAL_REFRESH,
    FlowMethod.EXPORT_SEND,
)
UNPROTECTED_METHODS = frozenset(
    {
        FlowMethod.PHOTO_FORWARD,
        FlowMethod.MANUAL_EXPORT,
        FlowMethod.COPY_PASTE,
        FlowMethod.MANUAL_IMPORT,
    }
)
HOURS_A_DAY = 24


@dataclass(frozen=True, slots=True)
class Ends:
    """Where a chain begins and where it is decided; codes of nodes."""

    sources: tuple[str, ...]
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainFigure(Figure):
    """A chain in figures; hours, and hours a month.

    ``critical_path`` are nodes, ``critical_flows`` the flows between them, ``legs`` the hours of
    each. The other tuples are codes of the flows that were counted.
    """

    critical_path: tuple[str, ...]
    legs: tuple[Leg, ...]
    manual_on_path: tuple[str, ...]
    re_entries: tuple[str, ...]
    manual: tuple[str, ...]
    flows: tuple[str, ...]
    places: tuple[str, ...]
    competing: tuple[str, ...]
    unprotected: tuple[str, ...]
    staff_hours_per_month: Number
    staff_hours_moving_per_month: Number

    @property
    def critical_flows(self) -> tuple[str, ...]:
        """Return the flows along the critical path."""
        return tuple(leg.flow for leg in self.legs)

    @property
    def typical_hours(self) -> Number | None:
        """Return the usual age of a number when it is used, or None without a path."""
        return sum(leg.typical_hours for leg in self.legs) if self.legs else None

    @property
    def worst_hours(self) -> Number | None:
        """Return the age on a bad day, or None without a path."""
        return sum(leg.worst_hours for leg in self.legs) if self.legs else None

    @property
    def hours_by_flow(self) -> Mapping[str, tuple[Number, Number]]:
        """Return typical and worst hours by flow along the critical path."""
        return {leg.flow: (leg.typical_hours, leg.worst_hours) for leg in self.legs}

    def as_json(self) -> Json:
        """Return the figure, hours and days with 1 decimal."""
        return {
            "critical_path": list(self.critical_path),
            "typical_hours": _rounded(self.typical_hours),
            "typical_days": _days(self.typical_hours),
            "worst_days": _days(self.worst_hours),
            "manual_hops_on_path": len(self.manual_on_path),
            "hops_on_path": len(self.legs),
            "re_entry_count": len(self.re_entries),
            "manual_flows": len(self.manual),
            "flows": len(self.flows),
            "places_one_visit_is_written": len(self.places),
            "competing_numbers_at_decision": len(self.competing),
            "staff_hours_per_month": _rounded(self.staff_hours_per_month),
            "staff_hours_moving_per_month": _rounded(self.staff_hours_moving_per_month),
            "pii_unprotected_flows": len(self.unprotected),
        }

    def more(self) -> dict[str, Json]:
        """Return the flows of the critical path and the hours of each."""
        return {
            "critical_flows": list(self.critical_flows),
            "hours_by_flow": {
                flow: {"typical": round(typical, 1), "worst": round(worst, 1)}
                for flow, (typical, worst) in self.hours_by_flow.items()
            },
        }


def _rounded(hours: Number | None) -> Number | None:
    return None if hours is None else round(hours, 1)


def _days(hours: Number | None) -> Number | None:
    return None if hours is None else round(hours / HOURS_A_DAY, 1)


def ends(dossier: Dossier) -> Ends:
    """Return the chain's ends as the engagement names them, else by the kind of node."""
    engagement = dossier.engagement
    sources = _of_kind(dossier, NodeKind.SOURCE_EVENT)
    decisions = _of_kind(dossier, NodeKind.DECISION_POINT)
    return Ends(
        (engagement.chain_source,) if engagement.chain_source else sources,
        (engagement.chain_decision,) if engagement.chain_decision else decisions,
    )


def _of_kind(dossier: Dossier, kind: NodeKind) -> tuple[str, ...]:
    return tuple(sorted(node.code for node in dossier.all(DataNode) if node.kind is kind))


def manual_methods(dossier: Dossier) -> frozenset[str]:
    """Return the methods that count as work by hand: the engagement's own, else the usual."""
    return frozenset(dossier.engagement.manual_methods or MANUAL_METHODS)


def chain(dossier: Dossier, flows: Sequence[DataFlow] | None = None) -> ChainFigure:
    """Return the figures of the chain, or of ``flows`` in its place (docs: indicators, chain)."""
    taken = dossier.all(DataFlow) if flows is None else tuple(flows)
    where, manual = ends(dossier), manual_methods(dossier)
    slowest = slowest_path(taken, where.sources, where.decisions)
    by_hand = [flow for flow in taken if flow.method in manual]
    moving = [flow for flow in by_hand if flow.method is not FlowMethod.PAPER_CAPTURE]
    start = (slowest.flows[0].source,) if slowest.flows else ()
    return ChainFigure(
        inputs={"flows": codes(taken), "nodes": (*where.sources, *where.decisions)},
        completeness=known_of(taken),
        remarks=slowest.remarks,
        critical_path=(*start, *(flow.target for flow in slowest.flows)),
        legs=slowest.legs,
        manual_on_path=codes(flow for flow in slowest.flows if flow.method in manual),
        re_entries=codes(flow for flow in taken if flow.method is FlowMethod.RE_ENTRY),
        manual=codes(by_hand),
        flows=codes(taken),
        places=tuple(dict.fromkeys(flow.target for flow in taken if flow.per_visit)),
        competing=_competing(taken, where.decisions),
        unprotected=codes(flow for flow in taken if is_unprotected(flow)),
        staff_hours_per_month=_staff_hours(taken),
        staff_hours_moving_per_month=_staff_hours(moving),
    )


def _staff_hours(flows: Iterable[DataFlow]) -> Number:
    return sum(amount(flow.staff_hours_per_month) for flow in flows)


def is_unprotected(flow: DataFlow) -> bool:
    """Tell whether a flow moves personal data in a way that anybody may read."""
    return bool(flow.pii) and not flow.protected and flow.method in UNPROTECTED_METHODS


def _competing(flows: Sequence[DataFlow], decisions: Sequence[str]) -> tuple[str, ...]:
    """Return the flows into the decision; of several decisions, into that with the most."""
    into = Counter(flow.target for flow in flows if flow.target in decisions)
    if not into:
        return ()
    worst = min(into, key=lambda node: (-into[node], node))
    return codes(flow for flow in flows if flow.target == worst)


def known_of(flows: Sequence[DataFlow]) -> tuple[Completeness, ...]:
    """Return how many of the flows say how long they take, wait, and how much work they are."""
    return (
        completeness("flows_staff_hours", flows, lambda it: _says(it.staff_hours_per_month)),
        completeness("flows_handling", flows, _says_handling),
        completeness("flows_wait", flows, _says_wait),
        completeness("flows_method", flows, lambda it: it.method is not None),
        completeness("flows_pii", flows, lambda it: it.pii is not None),
    )


def _says(number: Number | None) -> bool:
    return stated(number) is not None


def _says_handling(flow: DataFlow) -> bool:
    told = _says(flow.handling_typical_hours)
    return told or (_says(flow.min_hours) and _says(flow.max_hours))


def _says_wait(flow: DataFlow) -> bool:
    if flow.wait_model in {WaitModel.NONE, WaitModel.FOLLOWS}:
        return True
    return flow.wait_model is not None and _says(flow.period_hours)
