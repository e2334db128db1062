"""When an exchange with the share comes by itself, and how it keeps out of the way."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from cxo_desktop.app.tasks import CancelToken, Progress

EVERY = 60.0
ON_BATTERY = 15 * 60.0
AFTER_CHANGE = 20.0
_STILL, _LOOK_AGAIN, _LONGEST = 1.0, 0.1, 30.0
_FAILURES = 5

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Past:
    """What happened: when an exchange was tried and something changed last, in seconds.

    None for never. ``failures`` counts those in a row that did not reach the share.
    """

    tried: float | None = None
    changed: float | None = None
    failures: int = 0


def due(now: float, past: Past, *, on_battery: bool, remote: bool) -> bool:
    """Tell whether an exchange is due: each minute, and 20 seconds after the last change.

    On battery it is every 15 minutes only. A share over a network that does not answer is asked
    ever less often, down to that; whether a folder is there costs nothing to ask.
    """
    if past.tried is None:
        return True
    every = ON_BATTERY if on_battery else EVERY
    if remote and past.failures:
        every = max(every, min(ON_BATTERY, EVERY * 2 ** min(past.failures, _FAILURES)))
    fresh = past.changed is not None and past.changed > past.tried
    if fresh and past.changed is not None and not on_battery and not past.failures:
        return now - past.changed >= AFTER_CHANGE
    return now - past.tried >= every


def considerate(
    progress: Progress, token: CancelToken, last_key: Clock, steady: Clock = time.monotonic
) -> Progress:
    """Return a progress that waits while somebody types, half a minute in all at most.

    An exchange tells its progress before it writes to the engagement's file, for which a window
    that saves would have to wait.
    """
    waited = 0.0

    def tell(share: float, words: str) -> None:
        nonlocal waited
        progress(share, words)
        while steady() - last_key() < _STILL and waited < _LONGEST and not token.cancelled:
            time.sleep(_LOOK_AGAIN)
            waited += _LOOK_AGAIN

    return tell
