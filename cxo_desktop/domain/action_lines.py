"""What an action line says: ``[] send both counts @Sunita fri``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from cxo_desktop.domain.mentions import MentionKind, Vocabulary

_DAYS = (
    ("mon", "monday", "सोमवार"),
    ("tue", "tuesday", "मंगलवार"),
    ("wed", "wednesday", "बुधवार"),
    ("thu", "thursday", "गुरुवार"),
    ("fri", "friday", "शुक्रवार"),
    ("sat", "saturday", "शनिवार"),
    ("sun", "sunday", "रविवार"),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SOON = {"today": 0, "आज": 0, "tomorrow": 1, "कल": 1}
_WEEKDAY = {word: number for number, words in enumerate(_DAYS) for word in words}
_BEFORE = re.compile(r"\s*\b(?:by|till|until|before|on)$|\s*,$", re.IGNORECASE)
_DATED = re.compile(r"(\d{1,2})\s+([a-z]{3,9})(?:\s+(\d{4}))?$", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")
_A_WEEK = 7
_HALF_A_YEAR = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class ActionWords:
    """What is to be done, by whom (a code, or "" for nobody yet), and until when."""

    title: str
    owner: str = ""
    due_on: date | None = None


def parse_action(text: str, known: Vocabulary, today: date) -> ActionWords:
    """Return what the text of an action line says; a date counts only as its last words."""
    owner = next((it for it in known.mentions(text) if it.kind is MentionKind.PERSON), None)
    if owner is not None:
        text = f"{text[: owner.start].rstrip()} {text[owner.end :].lstrip()}"
    title, due = _without_date(text.strip(), today)
    return ActionWords(title, owner.code if owner else "", due)


def day_of(text: str, today: date) -> date | None:
    """Return the day that a text names and nothing else: a date, "1 dec", "fri", "tomorrow"."""
    text = text.strip()
    named = (due for start, due in _dates_at_end(text, today) if start == 0 and text)
    return next((due for due in named if due is not None), None)


def _without_date(text: str, today: date) -> tuple[str, date | None]:
    for start, due in _dates_at_end(text, today):
        if due is not None:
            return _BEFORE.sub("", text[:start].rstrip()).rstrip(), due
    return text, None


def _dates_at_end(text: str, today: date) -> list[tuple[int, date | None]]:
    last = text.rsplit(maxsplit=1)[-1] if text else ""
    found = [(len(text) - len(last), _near(last.casefold(), today))]
    if dated := _DATED.search(text):
        found.append((dated.start(), _dated(dated, today)))
    if iso := _ISO.search(text):
        found.append((iso.start(), _real(int(iso[1]), int(iso[2]), int(iso[3]))))
    return found


def _near(word: str, today: date) -> date | None:
    if word in _SOON:
        return today + timedelta(days=_SOON[word])
    if word not in _WEEKDAY:
        return None
    ahead = (_WEEKDAY[word] - today.weekday()) % _A_WEEK
    return today + timedelta(days=ahead or _A_WEEK)


def _dated(found: re.Match[str], today: date) -> date | None:
    """Return the date of a day and month; without a year the one that is nearest ahead."""
    month = found[2][:3].casefold()
    if month not in _MONTHS:
        return None
    day, number = int(found[1]), _MONTHS.index(month) + 1
    if found[3]:
        return _real(int(found[3]), number, day)
    due = _real(today.year, number, day)
    if due is not None and due < today - _HALF_A_YEAR:
        return _real(today.year + 1, number, day)
    return due


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
