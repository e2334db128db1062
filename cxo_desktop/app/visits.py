"""Visits to the organisation, told from the days of its interviews."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import InterviewStatus
from cxo_desktop.domain.interviews import Interview

VISIT_GAP = timedelta(days=4)
"""Interviews of days no further apart than this belong to one visit; a judgement."""

_PLANNED = (InterviewStatus.PLANNED, InterviewStatus.OPEN, InterviewStatus.POSTPONED, None)


@dataclass(frozen=True, slots=True)
class Visit:
    """Days on which interviews were held or are planned; no days for those without a date."""

    first: date | None
    last: date | None

    def has(self, day: date | None) -> bool:
        """Tell whether an interview on a day belongs to this visit."""
        if day is None or self.first is None or self.last is None:
            return day is None and self.first is None
        return self.first <= day <= self.last


def visits(dossier: Dossier) -> tuple[Visit, ...]:
    """Return the visits by date; one without days at the end where an interview has none."""
    dated = [it.on for it in dossier.all(Interview) if counts(it)]
    found: list[Visit] = []
    for day in sorted({day for day in dated if day is not None}):
        if found and found[-1].last is not None and day - found[-1].last <= VISIT_GAP:
            found[-1] = Visit(found[-1].first, day)
        else:
            found.append(Visit(day, day))
    return (*found, *([Visit(None, None)] if None in dated else []))


def was_held(interview: Interview) -> bool:
    """Tell whether an interview took place."""
    return interview.status is InterviewStatus.DONE


def counts(interview: Interview) -> bool:
    """Tell whether an interview was held or is still meant to be."""
    return was_held(interview) or interview.status in _PLANNED
