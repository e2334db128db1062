"""The bus factor: how many people stand behind each process, and where it is only one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from cxo_desktop.analysis.figures import Figure, as_of, completeness, undated
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.records import Json
from cxo_desktop.domain.skills import PersonSkill, SkillRequirement

STAYING_DAYS = 90
LEAST_LEVEL = 1


@dataclass(frozen=True, slots=True)
class ProcessSkills:
    """Who has each skill that one process cannot do without; people are codes."""

    process: str
    skills: Mapping[str, tuple[str, ...]]

    @property
    def bus_factor(self) -> int:
        """Return the number of people behind the scarcest skill: 0 a gap, 1 a single point."""
        return min(len(people) for people in self.skills.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class BusFactorFigure(Figure):
    """The bus factor of each process that needs a skill."""

    processes: tuple[ProcessSkills, ...]

    @property
    def single_points(self) -> Mapping[str, tuple[str, ...]]:
        """Return by person the processes for which nobody else has some skill."""
        alone: dict[str, dict[str, None]] = defaultdict(dict)
        for process in self.processes:
            for people in process.skills.values():
                if len(people) == 1:
                    alone[people[0]][process.process] = None
        return {person: tuple(alone[person]) for person in sorted(alone)}

    def as_json(self) -> Json:
        """Return the numbers of people by process and skill, and the single points."""
        return {
            "per_process": {
                it.process: {
                    "bus_factor": it.bus_factor,
                    "skills": {skill: len(people) for skill, people in it.skills.items()},
                }
                for it in self.processes
            },
            "single_points": {who: list(what) for who, what in self.single_points.items()},
        }


def leaving(dossier: Dossier) -> frozenset[str]:
    """Return the people who are known to leave within 90 days, or have left."""
    today = as_of(dossier)
    return frozenset(
        person.code
        for person in dossier.all(Person)
        if person.leaving_on is not None and (person.leaving_on - today).days <= STAYING_DAYS
    )


def skill_levels(dossier: Dossier) -> Mapping[str, Mapping[str, int]]:
    """Return by skill how well (0..3) each person who stays commands it."""
    gone = leaving(dossier)
    levels: dict[str, dict[str, int]] = defaultdict(dict)
    for has in dossier.all(PersonSkill):
        if has.level is not None and has.person not in gone:
            known = levels[has.skill].get(has.person, 0)
            levels[has.skill][has.person] = max(known, has.level)
    return levels


def bus_factor(dossier: Dossier) -> BusFactorFigure:
    """Return how many people stand behind each process (docs: indicators, bus factor)."""
    levels = skill_levels(dossier)
    needed = [it for it in dossier.all(SkillRequirement) if it.critical is not False]
    processes: dict[str, dict[str, int]] = {}
    for requirement in needed:
        skills = processes.setdefault(requirement.process, {})
        least = LEAST_LEVEL if requirement.min_level is None else requirement.min_level
        skills[requirement.skill] = max(skills.get(requirement.skill, 0), least)
    return BusFactorFigure(
        inputs={
            "people": tuple(sorted({who for able in levels.values() for who in able})),
            "skills": tuple(dict.fromkeys(it.skill for it in needed)),
            "processes": tuple(processes),
        },
        completeness=(
            completeness("skills_level", dossier.all(PersonSkill), lambda it: it.level is not None),
        ),
        remarks=undated(dossier),
        processes=tuple(
            ProcessSkills(process, {skill: _able(levels, skill, skills[skill]) for skill in skills})
            for process, skills in processes.items()
        ),
    )


def _able(levels: Mapping[str, Mapping[str, int]], skill: str, least: int) -> tuple[str, ...]:
    return tuple(sorted(who for who, level in levels.get(skill, {}).items() if level >= least))
