"""Hot spots: the flows whose numbers are disputed most."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from cxo_desktop.analysis.figures import Figure, completeness, stated
from cxo_desktop.domain.datachain import DataFlow, Discrepancy
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.records import Json, Number

FEWEST_RECORDS = 100
MONTHS_A_QUARTER = 3


@dataclass(frozen=True, slots=True)
class HotSpot:
    """One disputed flow: disputes stated for last quarter, and ``logged`` ones by code."""

    flow: str
    reports: int
    records_per_month: Number | None
    logged: tuple[str, ...]

    @property
    def per_1000_records(self) -> float | None:
        """Return disputes per thousand records, or None below a hundred records a month."""
        records = stated(self.records_per_month)
        if records is None or records < FEWEST_RECORDS:
            return None
        return 1000 * self.reports / (MONTHS_A_QUARTER * records)


@dataclass(frozen=True, slots=True, kw_only=True)
class HotSpotsFigure(Figure):
    """The disputed flows, most disputed first."""

    spots: tuple[HotSpot, ...]

    def as_json(self) -> Json:
        """Return the flows with their rate, 2 decimals."""
        return [
            {
                "flow": spot.flow,
                "reports": spot.reports,
                "per_1000_records": None
                if spot.per_1000_records is None
                else round(spot.per_1000_records, 2),
            }
            for spot in self.spots
        ]


def hotspots(dossier: Dossier) -> HotSpotsFigure:
    """Return the disputed flows (docs: indicators, hot spots)."""
    logged: dict[str, list[str]] = {}
    for discrepancy in dossier.all(Discrepancy):
        logged.setdefault(discrepancy.flow or "", []).append(discrepancy.code)
    flows = dossier.all(DataFlow)
    spots = [
        HotSpot(
            it.code,
            it.discrepancies_last_quarter,
            it.records_per_month,
            tuple(logged.get(it.code, ())),
        )
        for it in flows
        if it.discrepancies_last_quarter and it.discrepancies_last_quarter > 0
    ]
    ranked = tuple(sorted(spots, key=lambda spot: (-spot.reports, spot.flow)))
    return HotSpotsFigure(
        inputs={
            "flows": tuple(spot.flow for spot in ranked),
            "discrepancies": tuple(code for spot in ranked for code in spot.logged),
        },
        completeness=(
            completeness(
                "flows_disputes", flows, lambda it: it.discrepancies_last_quarter is not None
            ),
        ),
        spots=ranked,
    )


def causes(dossier: Dossier) -> Counter[str]:
    """Return how often each cause of a dispute was written down."""
    return Counter(it.cause for it in dossier.all(Discrepancy) if it.cause)
