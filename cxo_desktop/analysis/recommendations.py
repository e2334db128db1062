"""Whether what we advise is balanced, and whether technology has passed the three questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from cxo_desktop.analysis.figures import FEWEST, Figure, codes, completeness
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import Dimension
from cxo_desktop.domain.findings import ProcessGate, Recommendation
from cxo_desktop.domain.records import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessGateFigure(Figure):
    """How many of the three questions each recommendation with a gate answers.

    ``ungated`` are recommendations of technology that nobody has put the questions to.
    """

    answered: Mapping[str, int]
    ungated: tuple[str, ...]

    def as_json(self) -> Json:
        """Return 0..3 by recommendation."""
        return dict(self.answered)

    def more(self) -> dict[str, Json]:
        """Return the recommendations of technology without a gate."""
        return {"ungated": list(self.ungated)}


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceFigure(Figure):
    """How many recommendations fall under each of the five heads."""

    by_dimension: Mapping[Dimension, int]

    def as_json(self) -> Json:
        """Return the counts of the heads that have any."""
        return {dimension.value: count for dimension, count in self.by_dimension.items()}


def process_gate(dossier: Dossier) -> ProcessGateFigure:
    """Return how many of who, how and integration are answered (docs: indicators, process gate)."""
    advised = dossier.all(Recommendation)
    gated = [(it.code, it.process_gate) for it in advised if it.process_gate is not None]
    technology = [it for it in advised if it.dimension is Dimension.TECHNOLOGY]
    return ProcessGateFigure(
        inputs={"recommendations": tuple(code for code, _ in gated)},
        answered={code: _answers(gate) for code, gate in gated},
        ungated=codes(it for it in technology if it.process_gate is None),
    )


def _answers(gate: ProcessGate) -> int:
    return sum(1 for answer in (gate.who, gate.how, gate.integration) if answer.strip())


def dimension_balance(dossier: Dossier) -> BalanceFigure:
    """Return how the recommendations fall under the five heads (docs: indicators, balance)."""
    advised = dossier.all(Recommendation)
    counts = Counter(it.dimension for it in advised if it.dimension is not None)
    return BalanceFigure(
        inputs={"recommendations": codes(advised)},
        completeness=(
            completeness("recommendations_dimension", advised, lambda it: it.dimension is not None),
        ),
        too_early=sum(counts.values()) < FEWEST,
        by_dimension={it: counts[it] for it in Dimension if counts[it]},
    )
