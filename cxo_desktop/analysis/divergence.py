"""What was asked for first, against what people need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cxo_desktop.analysis.figures import Completeness, Figure, codes, completeness
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.records import Json
from cxo_desktop.domain.themes import Theme

ASKING_LEVELS = frozenset({"L1", "L2"})
NEEDING_LEVELS = ("L1", "L2", "L3", "L4", "L5")
NEED_KINDS = frozenset(
    {
        NoteKind.PAIN_POINT,
        NoteKind.NEED,
        NoteKind.WORKAROUND,
        NoteKind.RISK,
        NoteKind.CONTRADICTION,
    }
)
FEWEST_NEED_NOTES = 20
Shares = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class DivergenceFigure(Figure):
    """How far the first ask is from the need; shares of 0..1 by need area.

    ``by_level`` holds one distribution for each level that named a need; ``need`` is their mean.
    """

    ask: Shares
    need: Shares
    by_level: Mapping[str, Shares]

    @property
    def levels_naming(self) -> Mapping[str, int]:
        """Return by need area how many levels named it."""
        return {area: sum(1 for it in self.by_level.values() if area in it) for area in self.need}

    @property
    def overlap(self) -> float | None:
        """Return how much of the need was asked for, or None if one of the two is not known."""
        if not self.ask or not self.need:
            return None
        return sum(min(self.ask.get(area, 0), part) for area, part in self.need.items())

    @property
    def candidate_real_need(self) -> str | None:
        """Return the area named by most levels, then most often, that nobody asked for."""
        naming = self.levels_naming
        unasked = [area for area in self.need if area not in self.ask]
        ranked = sorted(unasked, key=lambda it: (-naming[it], -round(self.need[it], 9), it))
        return ranked[0] if ranked else None

    def as_json(self) -> Json:
        """Return the figure, shares with 4 decimals, the largest need first."""
        overlap = self.overlap
        return {
            "ask_share": {area: round(part, 4) for area, part in self.ask.items()},
            "need_share": {area: round(part, 4) for area, part in self.need.items()},
            "levels_naming": dict(self.levels_naming),
            "overlap": None if overlap is None else round(overlap, 4),
            "divergence": None if overlap is None else round(1 - overlap, 4),
            "candidate_real_need": self.candidate_real_need,
        }

    def more(self) -> dict[str, Json]:
        """Return the need by level, and whether a colour may be shown."""
        return {
            "by_level": {
                level: {area: round(part, 4) for area, part in shares.items()}
                for level, shares in self.by_level.items()
            }
        }


def divergence(dossier: Dossier) -> DivergenceFigure:
    """Return asked against needed over all notes (docs: indicators, asked and needed).

    Total variation: 1 minus the sum of the smaller shares. Give it `consent.usable` for a brief.
    """
    people = dossier.by_code(Person)
    areas = {theme.code: theme.need_area for theme in dossier.all(Theme)}
    asks: list[Note] = []
    needs: dict[str, list[Note]] = defaultdict(list)
    for note in dossier.all(Note):
        level = _level(note, people)
        if note.kind is NoteKind.ASK and level in ASKING_LEVELS:
            asks.append(note)
        elif note.kind in NEED_KINDS and level in NEEDING_LEVELS:
            needs[str(level)].append(note)
    by_level = {level: _shares(needs[level], areas) for level in NEEDING_LEVELS if level in needs}
    named = {level: shares for level, shares in by_level.items() if shares}
    used = [*asks, *(note for level in NEEDING_LEVELS for note in needs.get(level, ()))]
    return DivergenceFigure(
        inputs={"notes": codes(used)},
        completeness=_known(dossier, people, areas),
        too_early=len(used) - len(asks) < FEWEST_NEED_NOTES,
        ask=_ranked(_shares(asks, areas)),
        need=_ranked(_mean(tuple(named.values()))),
        by_level=named,
    )


def _level(note: Note, people: Mapping[str, Person]) -> str | None:
    person = people.get(note.person or "")
    return person.level if person else None


def _shares(notes: Iterable[Note], areas: Mapping[str, str | None]) -> Shares:
    """Return the distribution over need areas; each note weighs 1, split over its themes."""
    weights: dict[str, float] = defaultdict(float)
    for note in notes:
        for theme in note.themes:
            area = areas.get(theme)
            if area:
                weights[area] += 1 / len(note.themes)
    total = sum(weights.values())
    return {area: weight / total for area, weight in weights.items()}


def _mean(distributions: tuple[Shares, ...]) -> Shares:
    total: dict[str, float] = defaultdict(float)
    for shares in distributions:
        for area, part in shares.items():
            total[area] += part / len(distributions)
    return total


def _ranked(shares: Shares) -> Shares:
    return dict(sorted(shares.items(), key=lambda it: (-round(it[1], 9), it[0])))


def _known(
    dossier: Dossier, people: Mapping[str, Person], areas: Mapping[str, str | None]
) -> tuple[Completeness, ...]:
    needs = [note for note in dossier.all(Note) if note.kind in NEED_KINDS]
    return (
        completeness("need_notes_level", needs, lambda note: _level(note, people) is not None),
        completeness(
            "need_notes_area", needs, lambda note: any(areas.get(theme) for theme in note.themes)
        ),
    )
