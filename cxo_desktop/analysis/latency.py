"""How old a number is on a usual day and on a bad one, by trying the path many times."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

from cxo_desktop.analysis.chain import HOURS_A_DAY, ChainFigure, chain
from cxo_desktop.analysis.figures import Figure, stated
from cxo_desktop.analysis.paths import Leg
from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.records import Json

TRIES = 2000
SEED = 20260603
_PERT_WEIGHT = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class LatencyFigure(Figure):
    """Hours along the critical path that half (nine in ten) of all numbers do not exceed.

    None without a path. ``flows`` are those of the path.
    """

    flows: tuple[str, ...]
    p50_hours: float | None
    p90_hours: float | None

    def as_json(self) -> Json:
        """Return hours and days with 1 decimal."""
        p50, p90 = self.p50_hours, self.p90_hours
        return {
            "p50_hours": None if p50 is None else round(p50, 1),
            "p90_hours": None if p90 is None else round(p90, 1),
            "p50_days": None if p50 is None else round(p50 / HOURS_A_DAY, 1),
            "p90_days": None if p90 is None else round(p90 / HOURS_A_DAY, 1),
            "tries": TRIES,
        }


def latency(dossier: Dossier) -> LatencyFigure:
    """Return the spread of the age of a number (docs: indicators, chain).

    Handling is drawn from PERT(least, typical, most), waiting evenly from nothing to the whole of
    what is left of the period. The draws are the same each time.
    """
    figure = chain(dossier)
    totals = sorted(_draws(dossier, figure)) if figure.legs else []
    return LatencyFigure(
        inputs={"flows": figure.critical_flows},
        completeness=figure.completeness,
        remarks=figure.remarks,
        flows=figure.critical_flows,
        p50_hours=quantile(totals, 0.5),
        p90_hours=quantile(totals, 0.9),
    )


def _draws(dossier: Dossier, figure: ChainFigure) -> list[float]:
    flows = dossier.by_code(DataFlow)
    chance = random.Random(SEED)  # noqa: S311 - repeatable draws, nothing secret
    totals = [0.0] * TRIES
    for leg in figure.legs:
        likely, most = leg.handling_typical, max(leg.handling_worst, leg.handling_typical)
        drawn = pert(_least(flows[leg.flow], leg), likely, most, chance)
        for number in range(TRIES):
            totals[number] += next(drawn) + leg.wait_worst * chance.random()
    return totals


def _least(flow: DataFlow, leg: Leg) -> float:
    least = stated(flow.min_hours)
    return leg.handling_typical if least is None else min(least, leg.handling_typical)


def pert(least: float, likely: float, most: float, chance: random.Random) -> Iterator[float]:
    """Yield draws between ``least`` and ``most`` that lie mostly near ``likely``, without end."""
    width = most - least
    if width <= 0:
        yield from repeat(likely)
    alpha = 1 + _PERT_WEIGHT * (likely - least) / width
    beta = 1 + _PERT_WEIGHT * (most - likely) / width
    while True:
        yield least + width * chance.betavariate(alpha, beta)


def quantile(ordered: Sequence[float], part: float) -> float | None:
    """Return the smallest value that at least ``part`` of the values do not exceed."""
    if not ordered:
        return None
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)]
