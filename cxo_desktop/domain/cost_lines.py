"""What a cost line says: ``= re-count: 6h x 4 /month @400`` is 24 hours, 9,600 rupees a month."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cxo_desktop.domain.engagement import Settings

_NUMBER = r"(?<![\w.,])(\d[\d,]*(?:\.\d+)?)"
_HOURS = re.compile(
    rf"{_NUMBER}\s*(hours?|hrs?|h|minutes?|mins?|min|m|घंटे|घंटा|मिनट)(?!\w)", re.IGNORECASE
)
_TIMES = re.compile(r"(?:\s[x×*]|(?<=[\w])[x×])\s*(\d+)", re.IGNORECASE)  # noqa: RUF001 - people type both
_RATE = re.compile(r"@\s*(?:₹|rs\.?\s*)?(\d[\d,]*(?:\.\d+)?)(?!\w)", re.IGNORECASE)
_MONEY = re.compile(
    rf"(?:₹|rs\.?)\s*(\d[\d,]*(?:\.\d+)?)|{_NUMBER}(?=\s*(?:/|a |per |$))", re.IGNORECASE
)
_MINUTES = ("m", "मि")
_PERIODS: dict[str, str] = {
    "day": r"/\s*day|\bdaily\b|\b(?:a|per|every) day\b",
    "week": r"/\s*w(?:ee)?k|\bweekly\b|\b(?:a|per|every) week\b",
    "fortnight": r"/\s*fortnight|\bfortnightly\b",
    "month": r"/\s*month|\bmonthly\b|\b(?:a|per|every) month\b|महीने",
    "quarter": r"/\s*quarter|\bquarterly\b|\b(?:a|per|every) quarter\b",
    "year": r"/\s*y(?:ea)?r|\byearly\b|\b(?:a|per|every) year\b|साल",
}
_MINUTES_AN_HOUR = 60


@dataclass(frozen=True, slots=True)
class CostWords:
    """Hours or rupees at a time, how many times, and in which period ("" when it is not said).

    ``rate`` is in rupees an hour. None is what is not known.
    """

    hours: float | None = None
    rupees: float | None = None
    times: int = 1
    period: str = ""
    rate: float | None = None

    def hours_per_month(self, settings: Settings) -> float | None:
        """Return the hours a month, or None when hours or period are not known."""
        factor = _months(self.period, settings)
        return None if self.hours is None or not factor else self.hours * self.times * factor

    def rupees_per_month(self, settings: Settings) -> float | None:
        """Return the rupees a month: as said, or hours at the rate; None when not known."""
        factor = _months(self.period, settings)
        if not factor:
            return None
        if self.rupees is not None:
            return self.rupees * self.times * factor
        return (
            None
            if self.rate is None or self.hours is None
            else (self.hours * self.times * factor * self.rate)
        )


def parse_cost(text: str) -> CostWords:
    """Return what the text of a cost line says; what is not said stays unknown."""
    rate = _RATE.search(text)
    rest = _RATE.sub(" ", text)
    hours = _HOURS.search(rest)
    times = _TIMES.search(rest)
    rest_of_money = _TIMES.sub(" ", rest)
    money = None if hours else _MONEY.search(rest_of_money)
    period = next(
        (it for it, words in _PERIODS.items() if re.search(words, rest, re.IGNORECASE)), ""
    )
    return CostWords(
        hours=_in_hours(hours) if hours else None,
        rupees=_number(money[1] or money[2]) if money else None,
        times=int(times[1]) if times else 1,
        period=period,
        rate=_number(rate[1]) if rate else None,
    )


def _months(period: str, settings: Settings) -> float:
    """Return how many of a period make a month; 0 when it is not said."""
    return {
        "day": float(settings.working_days_per_month),
        "week": float(settings.weeks_per_month),
        "fortnight": float(settings.weeks_per_month) / 2,
        "month": 1.0,
        "quarter": 1 / 3,
        "year": 1 / 12,
    }.get(period, 0.0)


def _in_hours(found: re.Match[str]) -> float:
    in_minutes = found[2].casefold().startswith(_MINUTES)
    return _number(found[1]) / (_MINUTES_AN_HOUR if in_minutes else 1)


def _number(written: str) -> float:
    return float(written.replace(",", ""))
