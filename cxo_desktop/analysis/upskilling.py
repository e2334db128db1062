"""Up-skilling: how many hours a year the data team learns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxo_desktop.analysis.figures import (
    Colour,
    Figure,
    amount,
    as_of,
    completeness,
    share,
    stated,
    undated,
)
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import TrainingState
from cxo_desktop.domain.records import Json, Number
from cxo_desktop.domain.skills import Training

DAYS = 365
RED_SHARE = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class UpskillingFigure(Figure):
    """Hours that the data team learnt within a year, and those planned."""

    people: int
    done_hours: Number
    planned_hours: Number
    low: Number
    high: Number

    @property
    def hours_per_person(self) -> float | None:
        """Return the hours each learnt in the year, or None without a team."""
        return self.done_hours / self.people if self.people else None

    @property
    def colour(self) -> Colour:
        """Return green from the lower end of the band, red below two fifths of it."""
        if self.hours_per_person is None:
            return Colour.GREY
        if self.hours_per_person >= self.low:
            return Colour.GREEN
        return Colour.RED if self.hours_per_person < RED_SHARE * self.low else Colour.AMBER

    def as_json(self) -> Json:
        """Return hours per person with 1 decimal and the share of the band with 3."""
        return {
            "people": self.people,
            "done_hours_12_months": self.done_hours,
            "hours_per_person_year": share(self.done_hours, self.people, 1),
            "recommended": [self.low, self.high],
            "share_of_low": share(self.done_hours, self.people * self.low, 3),
            "planned_hours_per_person": share(self.planned_hours, self.people, 1),
        }

    def more(self) -> dict[str, Json]:
        """Return the colour."""
        return {"colour": self.colour.value}


def upskilling(dossier: Dossier) -> UpskillingFigure:
    """Return how much the data team learns (docs: indicators, up-skilling)."""
    engagement, today = dossier.engagement, as_of(dossier)
    team = frozenset(engagement.data_team)
    ours = [it for it in dossier.all(Training) if it.person in team]
    done = [it for it in ours if it.state is TrainingState.DONE and _within(it.on, today)]
    planned = [it for it in ours if it.state is TrainingState.PLANNED]
    return UpskillingFigure(
        inputs={"people": tuple(sorted(team))},
        completeness=(
            completeness("training_hours", ours, lambda it: stated(it.hours) is not None),
            completeness("training_day", ours, lambda it: it.on is not None or it in planned),
        ),
        remarks=undated(dossier),
        people=len(team),
        done_hours=sum(amount(it.hours) for it in done),
        planned_hours=sum(amount(it.hours) for it in planned),
        low=engagement.settings.upskill_hours_low,
        high=engagement.settings.upskill_hours_high,
    )


def _within(day: date | None, today: date) -> bool:
    return day is not None and 0 <= (today - day).days <= DAYS
