"""How well each finding stands: from how many sides it was heard, and what speaks against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cxo_desktop.analysis.coverage import heard_by_level
from cxo_desktop.analysis.figures import Figure
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import Stance
from cxo_desktop.domain.findings import Evidence, Finding
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.records import Json

CONTESTED_ABOVE = 1 / 3
_INTERVIEWS_FOR_ALL = 4
_TYPES_FOR_ALL = 3


class Grade(StrEnum):
    """How well a finding stands."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class Standing:
    """What one finding rests on; ``notes_for`` and ``notes_against`` are codes of notes."""

    finding: str
    levels: tuple[str, ...]
    interviews_for: tuple[str, ...]
    interviews_against: tuple[str, ...]
    source_types: tuple[str, ...]
    notes_for: tuple[str, ...]
    notes_against: tuple[str, ...]
    reach: int

    @property
    def contradiction_share(self) -> float:
        """Return the share of interviews that speak against it, 0..1."""
        against = len(self.interviews_against)
        both = len(self.interviews_for) + against
        return against / both if both else 0.0

    @property
    def score(self) -> float:
        """Return 0..100 from levels (40), interviews (30) and kinds of source (30)."""
        levels = min(1, len(self.levels) / self.reach) if self.reach else 0
        interviews = min(1, len(self.interviews_for) / _INTERVIEWS_FOR_ALL)
        types = min(1, len(self.source_types) / _TYPES_FOR_ALL)
        whole = 100 * (0.4 * levels + 0.3 * interviews + 0.3 * types)
        return whole * (1 - self.contradiction_share)

    @property
    def grade(self) -> Grade:
        """Return the grade; contradiction is looked at first."""
        levels, interviews = len(self.levels), len(self.interviews_for)
        if self.contradiction_share > CONTESTED_ABOVE:
            return Grade.CONTESTED
        wide = levels >= 3 or (levels >= 2 and len(self.source_types) >= 2)  # noqa: PLR2004 - the grades
        if wide and interviews >= 3:  # noqa: PLR2004 - the grades
            return Grade.STRONG
        if levels >= 2 and interviews >= 2:  # noqa: PLR2004 - the grades
            return Grade.MODERATE
        return Grade.WEAK

    def as_json(self) -> dict[str, Json]:
        """Return the counts, the share with 4 decimals and the score with one."""
        return {
            "levels": list(self.levels),
            "interviews_for": len(self.interviews_for),
            "interviews_against": len(self.interviews_against),
            "source_types": list(self.source_types),
            "contradiction_share": round(self.contradiction_share, 4),
            "score": round(self.score, 1),
            "grade": self.grade.value,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class TriangulationFigure(Figure):
    """The standing of every finding, in list order."""

    findings: tuple[Standing, ...]

    def as_json(self) -> Json:
        """Return the standings by the code of their finding."""
        return {standing.finding: standing.as_json() for standing in self.findings}


def triangulation(dossier: Dossier) -> TriangulationFigure:
    """Return how well each finding stands on the notes of the dossier.

    Give it `consent.usable` for a brief (docs: indicators, how well a finding stands).
    """
    notes = dossier.by_code(Note)
    people = dossier.by_code(Person)
    reach = len(heard_by_level(dossier))
    evidence: dict[str, list[Evidence]] = {}
    for piece in dossier.all(Evidence):
        evidence.setdefault(piece.finding, []).append(piece)
    standings = tuple(
        _standing(finding.code, evidence.get(finding.code, ()), notes, people, reach)
        for finding in dossier.all(Finding)
    )
    used = (code for it in standings for code in (*it.notes_for, *it.notes_against))
    return TriangulationFigure(
        inputs={
            "notes": tuple(dict.fromkeys(used)),
            "findings": tuple(it.finding for it in standings),
        },
        findings=standings,
    )


def _standing(
    finding: str,
    evidence: Sequence[Evidence],
    notes: Mapping[str, Note],
    people: Mapping[str, Person],
    reach: int,
) -> Standing:
    supports = [piece for piece in evidence if piece.stance is Stance.SUPPORTS]
    against = [piece for piece in evidence if piece.stance is Stance.CONTRADICTS]
    notes_for = [notes[piece.target] for piece in supports if piece.target in notes]
    notes_against = [notes[piece.target] for piece in against if piece.target in notes]
    speakers = (people.get(note.person or "") for note in notes_for)
    levels = {person.level for person in speakers if person and person.level}
    types = {piece.target.partition(":")[0] for piece in supports if not piece.is_note}
    heard_for = _interviews(notes_for)
    return Standing(
        finding=finding,
        levels=tuple(sorted(levels)),
        interviews_for=heard_for,
        interviews_against=tuple(it for it in _interviews(notes_against) if it not in heard_for),
        source_types=tuple(sorted(types | ({"interview"} if notes_for else set()))),
        notes_for=tuple(note.code for note in notes_for),
        notes_against=tuple(note.code for note in notes_against),
        reach=reach,
    )


def _interviews(notes: Sequence[Note]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(note.interview for note in notes if note.interview))
