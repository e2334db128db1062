"""What a flow line says: ``> field worker > +CommCare > @M&E lead : monthly by WhatsApp``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cxo_desktop.domain.enums import Frequency

FREQUENCY_WORDS: dict[str, Frequency] = {
    "each visit": Frequency.PER_EVENT,
    "every visit": Frequency.PER_EVENT,
    "per visit": Frequency.PER_EVENT,
    "hourly": Frequency.HOURLY,
    "daily": Frequency.DAILY,
    "every day": Frequency.DAILY,
    "रोज़": Frequency.DAILY,
    "weekly": Frequency.WEEKLY,
    "every week": Frequency.WEEKLY,
    "हर हफ़्ते": Frequency.WEEKLY,
    "fortnightly": Frequency.FORTNIGHTLY,
    "monthly": Frequency.MONTHLY,
    "every month": Frequency.MONTHLY,
    "हर महीने": Frequency.MONTHLY,
    "quarterly": Frequency.QUARTERLY,
    "half-yearly": Frequency.HALF_YEARLY,
    "yearly": Frequency.YEARLY,
    "every year": Frequency.YEARLY,
}
_REMARK = re.compile(r"\s:\s")
_HOP = re.compile(r"[>→]")


@dataclass(frozen=True, slots=True)
class FlowWords:
    """The places data passes, as written, what is said of the way, and how often."""

    stops: tuple[str, ...]
    remark: str = ""
    frequency: Frequency | None = None

    @property
    def hops(self) -> tuple[tuple[str, str], ...]:
        """Return each pair of places with data moving from the first to the second."""
        return tuple(zip(self.stops, self.stops[1:], strict=False))


def parse_flow(text: str) -> FlowWords:
    """Return what the text of a flow line says; what is not understood stays in the remark."""
    way, _between, remark = _parted(text)
    stops = tuple(stop for part in _HOP.split(way) if (stop := part.strip()))
    said = remark.casefold()
    often = next((it for word, it in FREQUENCY_WORDS.items() if word in said), None)
    return FlowWords(stops, remark, often)


def bare(stop: str) -> str:
    """Return a place without the mark before it."""
    return stop[1:].strip() if stop[:1] in {"@", "+"} else stop


def _parted(text: str) -> tuple[str, str, str]:
    found = _REMARK.search(text)
    if found is None:
        return text, "", ""
    return text[: found.start()], found[0], text[found.end() :].strip()
