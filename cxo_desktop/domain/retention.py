"""Which backups stay: many of today, few of last year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

_EVERY = timedelta(hours=2)
_HOURLY = timedelta(days=1)
_DAILY = timedelta(days=14)
_WEEKLY = timedelta(days=60)
_MONTHLY = timedelta(days=365)


def kept(instants: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return which of the instants at which backups were made are to be kept.

    All of the last two hours, then the newest of each hour for a day, of each day for two weeks,
    of each week for two months and of each month for a year; the newest of all in any case, and
    what a clock set back has put into the future.
    """
    newest_first = sorted(instants, reverse=True)
    newest_of: dict[tuple[object, ...], datetime] = {}
    for instant in newest_first:
        span = _span(instant, now)
        if span:
            newest_of.setdefault(span, instant)
    return frozenset([*newest_of.values(), *newest_first[:1]])


def _span(instant: datetime, now: datetime) -> tuple[object, ...]:
    age = now - instant
    if age <= _EVERY:
        return ("each", instant)
    if age <= _HOURLY:
        return ("hour", instant.date(), instant.hour)
    if age <= _DAILY:
        return ("day", instant.date())
    if age <= _WEEKLY:
        return ("week", *instant.isocalendar()[:2])
    if age <= _MONTHLY:
        return ("month", instant.year, instant.month)
    return ()
