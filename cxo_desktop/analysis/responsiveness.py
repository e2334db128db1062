"""Engagement health: how soon we are answered, whether the ED comes, what is done in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cxo_desktop.analysis.figures import (
    FEWEST,
    Colour,
    Figure,
    Remark,
    as_of,
    codes,
    completeness,
    share,
    undated,
)
from cxo_desktop.domain.actions import Action, CheckIn, Dispatch
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Settings
from cxo_desktop.domain.records import Json, Number

NGO = "NGO"
_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many days one dispatch waited, and whether the answer has come."""

    dispatch: str
    days: int
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsivenessFigure(Figure):
    """The health of an engagement; days are calendar days, the tuples are codes.

    ``colours`` judges the answers, the ED's attendance and the NGO's actions, in that order.
    """

    waits: tuple[Waiting, ...]
    median_days: int | None
    invited: tuple[str, ...]
    attended: tuple[str, ...]
    due: tuple[str, ...]
    on_time: tuple[str, ...]
    overdue: tuple[str, ...]
    colours: tuple[Colour, Colour, Colour]

    @property
    def slowest(self) -> Waiting | None:
        """Return the dispatch that waited longest, open ones included."""
        return max(self.waits, key=lambda it: it.days, default=None)

    @property
    def health(self) -> Colour:
        """Return the overall colour; slow answers and an absent ED weigh most."""
        response, attendance, on_time = self.colours
        if Colour.RED in (response, attendance):
            return Colour.RED
        if Colour.AMBER in self.colours or on_time is Colour.RED:
            return Colour.AMBER
        return Colour.GREEN if Colour.GREEN in self.colours else Colour.GREY

    def as_json(self) -> Json:
        """Return the figure, shares with 4 decimals."""
        response, attendance, on_time = self.colours
        return {
            "response_median_days": self.median_days,
            "slowest_days": self.slowest.days if self.slowest else None,
            "open_items": sum(1 for it in self.waits if not it.answered),
            "ed_attendance": share(len(self.attended), len(self.invited)),
            "ngo_on_time": share(len(self.on_time), len(self.due)),
            "ngo_due": len(self.due),
            "overdue": list(self.overdue),
            "colours": {
                "response": response.value,
                "ed_attendance": attendance.value,
                "on_time": on_time.value,
            },
            "health": self.health.value,
        }

    def more(self) -> dict[str, Json]:
        """Return which dispatch waited longest."""
        return {"slowest": self.slowest.dispatch if self.slowest else None}


def median_days(waits: Sequence[Waiting]) -> int | None:
    """Return the Kaplan-Meier median: the first day by which half have been answered.

    Dispatches still open leave the count on the day they have waited so far; a plain median of
    the answered would flatter a silent organisation. None when half is never reached.
    """
    survival = Fraction(1)
    for day in sorted({it.days for it in waits if it.answered}):
        at_risk = sum(1 for it in waits if it.days >= day)
        answered = sum(1 for it in waits if it.answered and it.days == day)
        survival *= 1 - Fraction(answered, at_risk)
        if survival <= _HALF:
            return day
    return None


def responsiveness(dossier: Dossier) -> ResponsivenessFigure:
    """Return the health of the engagement (docs: indicators, engagement health)."""
    today, settings = as_of(dossier), dossier.engagement.settings
    waits = _waits(dossier.all(Dispatch), today)
    told = [it for it in dossier.all(CheckIn) if it.ed_invited and it.ed_attended is not None]
    attended = [it for it in told if it.ed_attended]
    due = [it for it in dossier.all(Action) if it.side == NGO and _is_due(it, today)]
    on_time = [it for it in due if it.done_on and it.due_on and it.done_on <= it.due_on]
    median = median_days(waits)
    return ResponsivenessFigure(
        inputs={
            "dispatches": tuple(it.dispatch for it in waits),
            "check_ins": codes(told),
            "actions": codes(dossier.all(Action)),
        },
        completeness=(
            completeness("dispatches_sent", dossier.all(Dispatch), lambda it: bool(it.sent_on)),
            completeness("actions_due", dossier.all(Action), lambda it: bool(it.due_on)),
        ),
        too_early=len(waits) < FEWEST,
        remarks=(*undated(dossier), *_clock(dossier, today)),
        waits=waits,
        median_days=median,
        invited=codes(told),
        attended=codes(attended),
        due=codes(due),
        on_time=codes(on_time),
        overdue=codes(it for it in dossier.all(Action) if _is_overdue(it, today)),
        colours=(
            _response_colour(median, waits, settings),
            _share_colour(
                len(attended), len(told), settings.ed_attendance_green, settings.ed_attendance_red
            ),
            _share_colour(len(on_time), len(due), settings.on_time_green, settings.on_time_red),
        ),
    )


def _waits(dispatches: Sequence[Dispatch], today: date) -> tuple[Waiting, ...]:
    return tuple(
        Waiting(
            dispatch=it.code,
            days=max(0, ((it.first_response_on or today) - it.sent_on).days),
            answered=it.first_response_on is not None,
        )
        for it in dispatches
        if it.sent_on is not None
    )


def _clock(dossier: Dossier, today: date) -> tuple[Remark, ...]:
    """Return the remark that days contradict each other, as after a clock was set wrong.

    Such a wait counts as none, never as less.
    """
    if dossier.engagement.as_of is None:
        return ()
    wrong = any(
        it.sent_on is not None and not it.sent_on <= (it.first_response_on or today) <= today
        for it in dossier.all(Dispatch)
    )
    return (Remark.CLOCK,) if wrong else ()


def _is_due(action: Action, today: date) -> bool:
    return action.due_on is not None and action.due_on <= today


def _is_overdue(action: Action, today: date) -> bool:
    return action.done_on is None and action.due_on is not None and action.due_on < today


def _response_colour(median: int | None, waits: Sequence[Waiting], settings: Settings) -> Colour:
    if len(waits) < FEWEST:
        return Colour.GREY
    if median is None:
        oldest = max((it.days for it in waits if not it.answered), default=0)
        return Colour.RED if oldest > settings.response_red_days else Colour.GREY
    if median <= settings.response_green_days:
        return Colour.GREEN
    return Colour.AMBER if median <= settings.response_red_days else Colour.RED


def _share_colour(part: int, whole: int, green: Number, red: Number) -> Colour:
    if whole < FEWEST:
        return Colour.GREY
    if part / whole >= green:
        return Colour.GREEN
    return Colour.RED if part / whole < red else Colour.AMBER
