"""Every figure of a brief, reckoned once; all its words and pictures are made from these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from cxo_desktop.analysis.chain import ChainFigure, chain
from cxo_desktop.analysis.consent import ConsentFigure, consent, heard, held, usable
from cxo_desktop.analysis.coverage import CoverageFigure, coverage, heard_by_level
from cxo_desktop.analysis.divergence import DivergenceFigure, divergence
from cxo_desktop.analysis.responsiveness import ResponsivenessFigure, responsiveness
from cxo_desktop.analysis.scenarios import scenarios
from cxo_desktop.analysis.triangulation import Grade, Standing, triangulation
from cxo_desktop.domain.datachain import DataFlow, Scenario
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Level
from cxo_desktop.domain.enums import FindingStatus
from cxo_desktop.domain.findings import Finding
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person

_GRADES = (Grade.STRONG, Grade.MODERATE, Grade.WEAK, Grade.CONTESTED)


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with what it rests on in the brief."""

    finding: Finding
    standing: Standing

    @property
    def rank(self) -> tuple[int, int, float, str]:
        """Return what the weightiest finding is smallest in."""
        severity = self.finding.severity or 0
        grade = _GRADES.index(self.standing.grade)
        return grade, -severity, -self.standing.score, self.finding.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The figures of one brief.

    ``dossier`` is free of names and of notes that may not be used; ``found`` are its findings,
    the weightiest first; ``left_out`` counts findings that rest on nothing that may be used.
    """

    dossier: Dossier
    on: date
    interviews: int
    people: int
    levels: int
    first_day: date | None
    last_day: date | None
    notes: int
    notes_left_out: int
    coverage: CoverageFigure
    divergence: DivergenceFigure
    consent: ConsentFigure
    responsiveness: ResponsivenessFigure
    chain: ChainFigure
    what_ifs: tuple[tuple[Scenario, ChainFigure], ...]
    found: tuple[Found, ...]
    left_out: int

    @property
    def level_names(self) -> Mapping[str, str]:
        """Return the name of each level by its code."""
        return {level.code: level.name or level.code for level in self.dossier.all(Level)}

    @property
    def best_what_if(self) -> tuple[Scenario, ChainFigure] | None:
        """Return the scenario with the freshest figures, if fresher than today's."""
        now = self.chain.typical_hours
        known = [
            (hours, number)
            for number, (_scenario, figure) in enumerate(self.what_ifs)
            if (hours := figure.typical_hours) is not None
        ]
        if now is None or not known or min(known)[0] >= now:
            return None
        return self.what_ifs[min(known)[1]]

    def role(self, person: str | None) -> str:
        """Return the role of a person, "" if nobody is named."""
        known = self.dossier.by_code(Person).get(person or "")
        return known.role if known else ""

    def counted(self, grade: Grade) -> int:
        """Return how many findings have a grade."""
        return sum(1 for it in self.found if it.standing.grade is grade)


def gather(dossier: Dossier, on: date) -> Facts:
    """Return the figures of a dossier, of which the names have been taken out already.

    Notes without consent and notes off the record are in no figure but the count of those left
    out; the figures stand on the brief's own day (docs: indicators, what a brief may use).
    """
    dossier = replace(dossier, engagement=replace(dossier.engagement, as_of=on))
    open_to_all = usable(dossier)
    pairs = heard(dossier)
    days = sorted(interview.on for interview in held(dossier) if interview.on)
    found, left_out = _found(dossier, open_to_all)
    what_ifs = scenarios(open_to_all).chains
    return Facts(
        dossier=open_to_all,
        on=on,
        interviews=len(held(dossier)),
        people=len({person for person, _ in pairs}),
        levels=len(heard_by_level(dossier)),
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
        notes=len(open_to_all.all(Note)),
        notes_left_out=len(dossier.all(Note)) - len(open_to_all.all(Note)),
        coverage=coverage(dossier),
        divergence=divergence(open_to_all),
        consent=consent(dossier),
        responsiveness=responsiveness(dossier),
        chain=chain(open_to_all),
        what_ifs=tuple(
            (scenario, what_ifs[scenario.code])
            for scenario in open_to_all.all(Scenario)
            if scenario.code in what_ifs
        ),
        found=found,
        left_out=left_out,
    )


def _found(dossier: Dossier, open_to_all: Dossier) -> tuple[tuple[Found, ...], int]:
    """Return the findings that stand on something usable, and how many do not."""
    before = {it.finding: it for it in triangulation(dossier).findings}
    now = {it.finding: it for it in triangulation(open_to_all).findings}
    kept: list[Found] = []
    left_out = 0
    for finding in dossier.all(Finding):
        if finding.status is FindingStatus.RETIRED or not finding.statement.strip():
            continue
        rested_on_notes = bool(before[finding.code].notes_for)
        if rested_on_notes and not now[finding.code].notes_for:
            left_out += 1
            continue
        kept.append(Found(finding, now[finding.code]))
    return tuple(sorted(kept, key=lambda it: it.rank)), left_out


def flows_known(facts: Facts) -> tuple[int, int]:
    """Return for how many of the flows the hours are known."""
    flows = facts.dossier.all(DataFlow)
    unknown = {
        code
        for part in facts.chain.completeness
        if part.what in {"flows_handling", "flows_wait"}
        for code in part.missing
    }
    return len(flows) - len(unknown), len(flows)
