"""What might become a finding: themes many name, levels that see things differently, idle asks.

These are only pointed out, with the notes behind them; nobody but the consultant writes a finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cxo_desktop.analysis.consent import usable
from cxo_desktop.analysis.divergence import NEED_KINDS, NEEDING_LEVELS, divergence
from cxo_desktop.analysis.figures import Figure
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.findings import Evidence, Finding
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.records import Json
from cxo_desktop.domain.themes import Theme

LEAST_LEVELS = 2
LEAST_INTERVIEWS = 3
IDLE_ASK_BELOW = 0.05
_SAID_FROM_ABOVE = frozenset({NoteKind.ASSUMPTION, NoteKind.DECISION, NoteKind.ASK})
_TOP = frozenset({"L1", "L2"})


class SuggestionKind(StrEnum):
    """Why something is pointed out."""

    SHARED_THEME = "shared_theme"
    LEVELS_DIFFER = "levels_differ"
    IDLE_ASK = "idle_ask"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A candidate for a finding about one area of need.

    ``supports`` and ``contradicts`` are codes of notes, ``levels`` those of the supporting ones.
    """

    kind: SuggestionKind
    area: str
    levels: tuple[str, ...]
    interviews: tuple[str, ...]
    supports: tuple[str, ...]
    contradicts: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Json]:
        """Return the candidate as plain values."""
        return {
            "kind": self.kind.value,
            "area": self.area,
            "levels": list(self.levels),
            "interviews": list(self.interviews),
            "supports": list(self.supports),
            "contradicts": list(self.contradicts),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionsFigure(Figure):
    """Candidates for findings, those heard in most interviews first."""

    candidates: tuple[Suggestion, ...]

    def as_json(self) -> Json:
        """Return the candidates."""
        return [it.as_json() for it in self.candidates]


@dataclass(frozen=True, slots=True)
class _Said:
    """The notes of one area, with the level of each speaker."""

    area: str
    notes: tuple[tuple[Note, str], ...]

    def of(self, kinds: Iterable[NoteKind], levels: Iterable[str]) -> tuple[Note, ...]:
        """Return the notes of some kinds from some levels."""
        kinds, levels = frozenset(kinds), frozenset(levels)
        return tuple(note for note, level in self.notes if note.kind in kinds and level in levels)

    def levels_of(self, notes: Sequence[Note]) -> tuple[str, ...]:
        """Return the levels of the speakers of notes of this area."""
        wanted = {note.code for note in notes}
        return tuple(sorted({level for note, level in self.notes if note.code in wanted}))


def suggestions(dossier: Dossier) -> SuggestionsFigure:
    """Return what might become a finding; only notes that may be used are looked at.

    Notes on which a finding of the same area rests already do not speak for another theme
    (docs: indicators, suggestions).
    """
    allowed = usable(dossier)
    areas = _by_area(allowed)
    told = _told_by_area(dossier)
    found = [
        *(_shared(said, told.get(said.area, frozenset())) for said in areas.values()),
        *(_differ(said) for said in areas.values()),
        *_idle_asks(allowed, areas),
    ]
    fresh = [it for it in found if it is not None and not _is_told(it, told)]
    return SuggestionsFigure(
        inputs={"notes": tuple(dict.fromkeys(code for it in fresh for code in it.supports))},
        candidates=tuple(sorted(fresh, key=lambda it: (-len(it.interviews), it.kind, it.area))),
    )


def _by_area(dossier: Dossier) -> Mapping[str, _Said]:
    areas = {theme.code: theme.need_area for theme in dossier.all(Theme)}
    people = dossier.by_code(Person)
    said: dict[str, dict[str, tuple[Note, str]]] = defaultdict(dict)
    for note in dossier.all(Note):
        person = people.get(note.person or "")
        for theme in note.themes:
            area = areas.get(theme)
            if area and person is not None and person.level:
                said[area][note.code] = (note, person.level)
    return {area: _Said(area, tuple(said[area].values())) for area in sorted(said)}


def _told_by_area(dossier: Dossier) -> Mapping[str, frozenset[str]]:
    """Return by area the notes on which its findings rest, for or against."""
    areas = {finding.code: finding.need_area for finding in dossier.all(Finding)}
    told: dict[str, set[str]] = defaultdict(set)
    for piece in dossier.all(Evidence):
        area = areas.get(piece.finding)
        if area:
            told[area].add(piece.target)
    return {area: frozenset(notes) for area, notes in told.items()}


def _is_told(candidate: Suggestion, told: Mapping[str, frozenset[str]]) -> bool:
    return set(candidate.supports) | set(candidate.contradicts) <= told.get(
        candidate.area, frozenset()
    )


def _shared(said: _Said, told: frozenset[str]) -> Suggestion | None:
    """Return a theme that several levels name as a need in several interviews."""
    notes = [note for note in said.of(NEED_KINDS, NEEDING_LEVELS) if note.code not in told]
    found = _candidate(SuggestionKind.SHARED_THEME, said, notes)
    if len(found.levels) < LEAST_LEVELS or len(found.interviews) < LEAST_INTERVIEWS:
        return None
    return found


def _differ(said: _Said) -> Suggestion | None:
    """Return what is assumed, decided or asked at the top and told otherwise below."""
    above = said.of(_SAID_FROM_ABOVE, _TOP)
    below = said.of(NEED_KINDS, frozenset(NEEDING_LEVELS) - _TOP)
    if not above or not below:
        return None
    return _candidate(SuggestionKind.LEVELS_DIFFER, said, below, above)


def _idle_asks(dossier: Dossier, areas: Mapping[str, _Said]) -> list[Suggestion]:
    """Return what was asked for and hardly anybody needs."""
    figure = divergence(dossier)
    if not figure.need:
        return []
    idle = [area for area in figure.ask if figure.need.get(area, 0) < IDLE_ASK_BELOW]
    return [
        _candidate(SuggestionKind.IDLE_ASK, areas[area], areas[area].of({NoteKind.ASK}, _TOP))
        for area in sorted(idle)
    ]


def _candidate(
    kind: SuggestionKind, said: _Said, notes: Sequence[Note], against: Sequence[Note] = ()
) -> Suggestion:
    return Suggestion(
        kind,
        said.area,
        said.levels_of(notes),
        tuple(dict.fromkeys(note.interview for note in notes if note.interview)),
        tuple(note.code for note in notes),
        tuple(note.code for note in against),
    )
