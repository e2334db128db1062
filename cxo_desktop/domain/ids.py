"""Row ids that sort by the time they were made, and codes people can read."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from threading import Lock

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RANDOM_BITS = 80
_TIME_CHARS = 10
_RANDOM_CHARS = 16
_CODE_CHARS = 8


_PAIRS = [first + second for first in _ALPHABET for second in _ALPHABET]


def _base32(number: int, length: int) -> str:
    """Return the last digits of a number, an even count of them."""
    shifts = range(5 * (length - 2), -1, -10)
    return "".join([_PAIRS[number >> shift & 1023] for shift in shifts])


class IdFactory:
    """Make 26-character ids: 48 bits of milliseconds, then 80 random bits.

    Ids made by one factory always increase, also within one millisecond and when the clock of
    the laptop is set back, so that sorting by id is sorting by creation.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.time,
        random_bits: Callable[[int], int] = secrets.randbits,
    ) -> None:
        self._clock = clock
        self._random_bits = random_bits
        self._lock = Lock()
        self._last = 0

    def new(self) -> str:
        """Return the next id."""
        with self._lock:
            fresh = (int(self._clock() * 1000) << _RANDOM_BITS) | self._random_bits(_RANDOM_BITS)
            self._last = max(fresh, self._last + 1)
            return _base32(self._last, _TIME_CHARS + _RANDOM_CHARS)


def code_for(prefix: str, row_id: str) -> str:
    """Return a short code for a new record, such as ``N-7K3QX2MV``, from the id's random end."""
    return f"{prefix}-{row_id[-_CODE_CHARS:]}"
