"""A clock for changes that always moves forward, on one laptop and between laptops."""

from __future__ import annotations

import time
from collections.abc import Callable

_COUNTER_BITS = 15


class HybridClock:
    """Give each change an instant: milliseconds since 1970, then 15 bits of a counter.

    An instant is larger than every one given or seen before, also when the laptop's own clock
    is set back or was wrong by years; where the counter is full it carries into the time.
    Source: Kulkarni et al., Logical Physical Clocks (2014), in one number.
    """

    def __init__(self, last: int = 0, now: Callable[[], float] = time.time) -> None:
        self._last = last
        self._now = now

    def tick(self) -> int:
        """Return the next instant."""
        self._last = max(self._last + 1, int(self._now() * 1000) << _COUNTER_BITS)
        return self._last

    def witness(self, instant: int) -> None:
        """Take note of an instant that another laptop gave."""
        self._last = max(self._last, instant)


def seconds_of(instant: int) -> float:
    """Return the seconds since 1970 that an instant was given at, by the clock of its laptop."""
    return (instant >> _COUNTER_BITS) / 1000
