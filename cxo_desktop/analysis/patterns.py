"""What several engagements have in common, without a name, code or word of any of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cxo_desktop.analysis.attribution import attribution
from cxo_desktop.analysis.bus_factor import bus_factor
from cxo_desktop.analysis.chain import HOURS_A_DAY, chain
from cxo_desktop.analysis.consent import usable
from cxo_desktop.analysis.costs import true_cost
from cxo_desktop.analysis.coverage import coverage
from cxo_desktop.analysis.divergence import divergence
from cxo_desktop.analysis.figures import FEWEST, Colour, Figure
from cxo_desktop.analysis.fit import pilot_readiness
from cxo_desktop.analysis.funding import funder_flags
from cxo_desktop.analysis.privacy import LOWEST_BAND, band, privacy
from cxo_desktop.analysis.recommendations import process_gate
from cxo_desktop.analysis.triangulation import Grade, triangulation
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.findings import Finding
from cxo_desktop.domain.records import Json

STALE_DAYS = 14
_HALF = 0.5
_READY = 6
_TOP = 3
_SEVERAL = 2
Ask = Callable[[Dossier], bool | None]


@dataclass(frozen=True, slots=True)
class Pattern:
    """In how many of the engagements that know it something was seen."""

    name: str
    seen: int
    of: int

    def as_json(self) -> dict[str, Json]:
        """Return the counts."""
        return {"seen": self.seen, "of": self.of}


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternsFigure(Figure):
    """Patterns over engagements; nothing is told below three, which might be recognised."""

    engagements: int
    patterns: tuple[Pattern, ...]
    needs: tuple[Pattern, ...]

    def as_json(self) -> Json:
        """Return what `told` does."""
        return self.told()

    def told(self) -> dict[str, Json]:
        """Return the number of engagements, the counts by pattern and by area of need."""
        return {
            "engagements": self.engagements,
            "patterns": {it.name: it.as_json() for it in self.patterns},
            "needs": {it.name: it.as_json() for it in self.needs},
        }


def patterns(dossiers: Sequence[Dossier]) -> PatternsFigure:
    """Return what several engagements have in common (docs: indicators, patterns).

    A pattern that fewer than three of them know anything of is left out.
    """
    found = []
    for name, ask in _ASKED.items():
        answers = [answer for answer in map(ask, dossiers) if answer is not None]
        if len(answers) >= FEWEST:
            found.append(Pattern(name, sum(answers), len(answers)))
    return PatternsFigure(
        engagements=len(dossiers),
        too_early=len(dossiers) < FEWEST,
        patterns=tuple(found),
        needs=_shared_needs(dossiers),
    )


def _shared_needs(dossiers: Sequence[Dossier]) -> tuple[Pattern, ...]:
    """Return the areas that several engagements need most, most often seen first.

    An area counts where it is among the first three needs and a finding about it stands strong,
    both without blocked notes. An area that only one engagement has might tell which it is.
    """
    known = [areas for areas in map(_strong_needs, dossiers) if areas is not None]
    if len(known) < FEWEST:
        return ()
    counts = Counter(area for areas in known for area in areas)
    shared = sorted(((-seen, area) for area, seen in counts.items() if seen >= _SEVERAL))
    return tuple(Pattern(area, -seen, len(known)) for seen, area in shared)


def _strong_needs(dossier: Dossier) -> frozenset[str] | None:
    allowed = usable(dossier)
    need = divergence(allowed).need
    if not need:
        return None
    areas = {it.code: it.need_area for it in allowed.all(Finding)}
    standings = triangulation(allowed).findings
    strong = {areas.get(it.finding) for it in standings if it.grade is Grade.STRONG}
    return frozenset(area for area in list(need)[:_TOP] if area in strong)


def _asked_is_not_needed(dossier: Dossier) -> bool | None:
    overlap = divergence(usable(dossier)).overlap
    return None if overlap is None else 1 - overlap > _HALF


def _numbers_are_old(dossier: Dossier) -> bool | None:
    hours = chain(dossier).typical_hours
    return None if hours is None else hours > STALE_DAYS * HOURS_A_DAY


def _mostly_by_hand(dossier: Dossier) -> bool | None:
    figure = chain(dossier)
    return len(figure.manual_on_path) > _HALF * len(figure.legs) if figure.legs else None


def _written_several_times(dossier: Dossier) -> bool | None:
    figure = chain(dossier)
    return len(figure.places) > 1 if figure.flows else None


def _unprotected(dossier: Dossier) -> bool | None:
    figure = chain(dossier)
    return bool(figure.unprotected) if figure.flows else None


def _free_tools_cost(dossier: Dossier) -> bool | None:
    free = [cost for cost in true_cost(dossier).tools if cost.cash == 0]
    return any(cost.staff_cost > 0 for cost in free) if free else None


def _one_person_deep(dossier: Dossier) -> bool | None:
    processes = bus_factor(dossier).processes
    return any(it.bus_factor <= 1 for it in processes) if processes else None


def _high_privacy_risk(dossier: Dossier) -> bool | None:
    figure = privacy(dossier)
    return band(figure.total) == LOWEST_BAND if figure.answers else None


def _funder_in_a_decision(dossier: Dossier) -> bool | None:
    known = [colour for _, colour in funder_flags(dossier).flags if colour is not Colour.GREY]
    return any(colour is not Colour.GREEN for colour in known) if known else None


def _pilot_not_ready(dossier: Dossier) -> bool | None:
    pilots = pilot_readiness(dossier).pilots
    return any(len(it.there) < _READY for it in pilots) if pilots else None


def _field_level_unheard(dossier: Dossier) -> bool | None:
    figure = coverage(dossier)
    return bool(figure.blind_spots) if figure.per_level else None


def _some_level_too_small(dossier: Dossier) -> bool | None:
    figure = attribution(dossier)
    return any(len(it) < figure.k for it in figure.heard.values()) if figure.heard else None


def _technology_ungated(dossier: Dossier) -> bool | None:
    figure = process_gate(dossier)
    if not figure.answered and not figure.ungated:
        return None
    return bool(figure.ungated) or any(count < FEWEST for count in figure.answered.values())


_ASKED: Mapping[str, Ask] = {
    "asked_is_not_needed": _asked_is_not_needed,
    "numbers_older_than_two_weeks": _numbers_are_old,
    "mostly_moved_by_hand": _mostly_by_hand,
    "one_visit_written_several_times": _written_several_times,
    "personal_data_moved_unprotected": _unprotected,
    "free_tools_that_cost_staff_time": _free_tools_cost,
    "a_process_one_person_deep": _one_person_deep,
    "high_privacy_risk": _high_privacy_risk,
    "a_funder_in_a_decision": _funder_in_a_decision,
    "a_pilot_without_an_end": _pilot_not_ready,
    "a_level_hardly_heard": _field_level_unheard,
    "a_level_too_small_to_name": _some_level_too_small,
    "technology_without_the_three_questions": _technology_ungated,
}
