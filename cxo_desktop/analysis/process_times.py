"""How long every process takes, and what its rounds cost."""

from __future__ import annotations

from dataclasses import dataclass

from cxo_desktop.analysis.chain import HOURS_A_DAY
from cxo_desktop.analysis.figures import Completeness, Figure
from cxo_desktop.analysis.lead_time import LeadTime, Loop, lead_time, loops, silent_choices
from cxo_desktop.analysis.step_scenarios import drawn
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.processes import ProcessMap
from cxo_desktop.domain.records import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessTimesFigure(Figure):
    """Lead time and rounds by map, in list order."""

    maps: tuple[tuple[str, LeadTime, tuple[Loop, ...]], ...]

    def as_json(self) -> Json:
        """Return hours and days with 1 decimal, shares with 4."""
        return {
            code: {
                "expected_days": None
                if time.expected is None
                else round(time.expected / HOURS_A_DAY, 1),
                "longest_days": round(time.longest / HOURS_A_DAY, 1),
                "longest_steps": list(time.longest_steps),
                "rework_loops": [_loop(it) for it in rounds],
            }
            for code, time, rounds in self.maps
        }


def _loop(loop: Loop) -> dict[str, Json]:
    cost = loop.rework_hours
    return {
        "steps": list(loop.steps),
        "hours": round(loop.hours, 1),
        "again": round(loop.again, 4),
        "rework_hours": None if cost is None else round(cost, 1),
    }


def process_times(dossier: Dossier) -> ProcessTimesFigure:
    """Return how long every process takes (docs: indicators, process maps)."""
    maps = []
    choices: list[str] = []
    silent: list[str] = []
    for code in dossier.by_code(ProcessMap):
        parts = drawn(dossier, code)
        maps.append(
            (
                code,
                lead_time(parts.steps, parts.transitions),
                loops(parts.steps, parts.transitions),
            )
        )
        found, unsaid = silent_choices(parts.steps, parts.transitions)
        choices += found
        silent += [f"{code}/{step}" for step in unsaid]
    known = Completeness("choices_share", len(choices) - len(silent), len(choices), tuple(silent))
    return ProcessTimesFigure(
        inputs={"maps": tuple(code for code, _, _ in maps)},
        completeness=(known,),
        maps=tuple(maps),
    )
