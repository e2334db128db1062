"""Funder flags: which decisions a funder has a hand in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxo_desktop.analysis.figures import Colour, Figure, as_of, codes, completeness, undated
from cxo_desktop.domain.decisions import Decision
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import FunderRole
from cxo_desktop.domain.records import Json

SHORT_GRANT_MONTHS = 24
_FREE = frozenset({FunderRole.NONE, FunderRole.INFORMED, FunderRole.ADVISED})


@dataclass(frozen=True, slots=True, kw_only=True)
class FunderFlagsFigure(Figure):
    """A colour for each decision; grey where the funder's part is not known."""

    flags: tuple[tuple[str, Colour], ...]

    def as_json(self) -> Json:
        """Return the colours by decision."""
        return {decision: colour.value for decision, colour in self.flags}


def funder_flags(dossier: Dossier) -> FunderFlagsFigure:
    """Return which decisions a funder has a hand in (docs: indicators, funder flags)."""
    decisions, today = dossier.all(Decision), as_of(dossier)
    return FunderFlagsFigure(
        inputs={"decisions": codes(decisions)},
        completeness=(
            completeness("decisions_funder", decisions, lambda it: it.funder_role is not None),
        ),
        remarks=undated(dossier),
        flags=tuple((it.code, _colour(it, today)) for it in decisions),
    )


def _colour(decision: Decision, today: date) -> Colour:
    if decision.funder_role is None:
        return Colour.GREY
    if decision.funder_role in _FREE:
        return Colour.GREEN
    if decision.funder_role is FunderRole.DECIDED:
        return Colour.RED
    return Colour.RED if _ends_soon(decision.grant_end, today) else Colour.AMBER


def _ends_soon(grant_end: date | None, today: date) -> bool:
    """Tell whether less than 24 months of the grant are left; not when its end is not known."""
    if grant_end is None:
        return False
    months = (grant_end.year - today.year) * 12 + grant_end.month - today.month
    return (months, grant_end.day) < (SHORT_GRANT_MONTHS, today.day)
