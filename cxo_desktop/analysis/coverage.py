"""Coverage: how many people of each level were heard, against how many should be."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from cxo_desktop.analysis.consent import heard, held
from cxo_desktop.analysis.figures import FEWEST, Figure, codes, completeness
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Level
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.records import Json, Number

BLIND_SPOT = 0.5


@dataclass(frozen=True, slots=True)
class LevelCoverage:
    """How many people of one level were heard; ``people`` are their codes."""

    level: str
    done: int
    target: int
    people: tuple[str, ...]

    @property
    def coverage(self) -> Number:
        """Return the share heard of those who should be, 0..1."""
        return min(1, self.done / self.target)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageFigure(Figure):
    """Coverage of each level that has a target; shares 0..1."""

    per_level: tuple[LevelCoverage, ...]

    @property
    def overall(self) -> Number | None:
        """Return the plain mean over the levels, so that many cannot hide an empty level."""
        if not self.per_level:
            return None
        return sum(level.coverage for level in self.per_level) / len(self.per_level)

    @property
    def blind_spots(self) -> tuple[str, ...]:
        """Return the levels of which at most half of those who should be were heard."""
        return tuple(level.level for level in self.per_level if level.coverage <= BLIND_SPOT)

    def as_json(self) -> Json:
        """Return the figure, shares with 4 decimals."""
        overall = self.overall
        return {
            "per_level": {
                level.level: {
                    "done": level.done,
                    "target": level.target,
                    "coverage": round(level.coverage, 4),
                }
                for level in self.per_level
            },
            "overall": None if overall is None else round(overall, 4),
            "lowest": min((round(level.coverage, 4) for level in self.per_level), default=None),
            "blind_spots": list(self.blind_spots),
        }


def heard_by_level(dossier: Dossier) -> Mapping[str, tuple[str, ...]]:
    """Return the people heard, by level; people of no known level are left out."""
    people = dossier.by_code(Person)
    levels: dict[str, dict[str, None]] = {}
    for code, _ in heard(dossier):
        person = people.get(code)
        if person is not None and person.level:
            levels.setdefault(person.level, {})[code] = None
    return {level: tuple(levels[level]) for level in sorted(levels)}


def coverage(dossier: Dossier) -> CoverageFigure:
    """Return who was heard of those who should be (docs: indicators, coverage)."""
    by_level = heard_by_level(dossier)
    per_level = []
    for level in dossier.all(Level):
        people = by_level.get(level.code, ())
        if level.target is not None and level.target > 0:
            per_level.append(LevelCoverage(level.code, len(people), level.target, people))
    everyone = dict.fromkeys(code for code, _ in heard(dossier))
    people_by_code = dossier.by_code(Person)
    known = [people_by_code.get(code, Person(code=code)) for code in everyone]
    return CoverageFigure(
        inputs={"interviews": codes(held(dossier)), "people": tuple(everyone)},
        completeness=(
            completeness("levels_target", dossier.all(Level), lambda it: it.target is not None),
            completeness("people_level", known, lambda it: bool(it.level)),
        ),
        too_early=len(everyone) < FEWEST,
        per_level=tuple(per_level),
    )


_FROM_ALL = {"L1": 2, "L2": 3, "L3": 4}
_FROM_SHARE = {"L4": (3, 0.10, 5), "L5": (6, 0.03, 12)}


def suggested_target(level: str, people: int) -> int:
    """Return how many of ``people`` of a level should be heard; a default to be changed.

    L1 two, L2 all up to three, L3 all up to four, L4 a tenth but three to five, L5 three in a
    hundred but six to twelve; never more than there are, and nobody of any other level.
    """
    if level in _FROM_ALL:
        return min(_FROM_ALL[level], people)
    if level in _FROM_SHARE:
        least, part, most = _FROM_SHARE[level]
        return min(people, most, max(least, math.ceil(part * people)))
    return 0
