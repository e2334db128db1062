"""How the brief says dates, areas of need, shares and lists; and how long a statement may be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cxo_desktop.i18n import _

LONGEST_TITLE = 96
LONGEST_STATEMENT = 190
LONGEST_NAME = 60
_MONTHS = 12


def day(on: date) -> str:
    """Return a date in words, such as "30 October 2026"."""
    months = (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )
    return _("{day} {month} {year}").format(day=on.day, month=months[on.month - 1], year=on.year)


def months_later(on: date, months: int) -> date:
    """Return the same day some months later, or the last day of that month if it is shorter."""
    years, month = divmod(on.month - 1 + months, _MONTHS)
    year = on.year + years
    for last in (on.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError(f"no day in month {month + 1} of {year}")


def area(code: str) -> str:
    """Return an area of need as it stands inside a sentence, such as "the data chain"."""
    known = {
        "data_chain": _("the data chain"),
        "visualisation": _("dashboards"),
        "cost": _("costs"),
        "skills": _("skills"),
        "scheduling": _("visit planning"),
        "pilots": _("the pilots"),
        "privacy": _("privacy"),
        "leadership": _("leadership"),
        "funding": _("funding"),
        "field_use": _("use in the field"),
        "process": _("the way of working"),
    }
    return known.get(code) or shortened(code.replace("_", " ").strip(), LONGEST_NAME)


def area_label(code: str) -> str:
    """Return an area of need as it stands alone, such as "Data chain"."""
    known = {
        "data_chain": _("Data chain"),
        "visualisation": _("Dashboards"),
        "pilots": _("Pilots"),
        "process": _("Way of working"),
    }
    words = known.get(code) or area(code)
    return words[:1].upper() + words[1:]


def percent(share: float) -> str:
    """Return a share of 0..1 as whole percent; a little of something is never 0 %."""
    if 0 < share < 0.005:  # noqa: PLR2004 - would print as 0
        return _("under 1 %")
    return _("{number} %").format(number=int(share * 100 + 0.5))


def listed(words: Sequence[str]) -> str:
    """Return words as a list inside a sentence: "a", "a and b", "a, b and c"."""
    if len(words) < 2:  # noqa: PLR2004 - one word needs no list
        return "".join(words)
    return _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def shortened(text: str, longest: int) -> str:
    """Return the text with at most ``longest`` characters, cut between words and marked "…"."""
    if len(text) <= longest:
        return text
    kept = text[:longest]
    cut = kept.rfind(" ")
    if cut >= longest // 2:
        kept = kept[:cut]
    return kept.rstrip(" ,;:.") + "…"


def as_sentence(text: str) -> str:
    """Return the text with a full stop, unless it ends in some mark already."""
    return text if not text or text[-1] in ".!?…।" else text + "."


def as_heading(text: str) -> str:
    """Return the text without a full stop."""
    return text.rstrip(". ") if not text.endswith("…") else text
