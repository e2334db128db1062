"""The values of cells in a workbook as a person sees them: dates as dates, numbers without tails.

A workbook keeps a date as the number of days since 1900 (or 1904) and only the style of the cell
says that it is one: ECMA-376 part 1, 18.8.30 (formats) and 18.17.4 (dates).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cxo_desktop.exchange.xml_tree import Element

_DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_NOT_LETTERS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - a day on a wall calendar has no zone
_FIRST_DAY_1904 = datetime(1904, 1, 1)  # noqa: DTZ001 - as above
_LEAP_DAY_THAT_NEVER_WAS = 60
_MOST_DAYS = 2_958_465  # the year 9999
_EXACT = 1e15  # whole numbers up to here are exact


@dataclass(frozen=True, slots=True)
class Styles:
    """Which styles of cells show a date, and from which day days are counted."""

    dates: frozenset[int] = frozenset()
    from_1904: bool = False


def styles_of(styles: Element | None, book: Element | None) -> Styles:
    """Return what the styles and the head of a workbook say about dates."""
    from_1904 = any(
        it.attributes.get("date1904", "0") in ("1", "true")
        for it in (book.walk() if book is not None else ())
        if it.local == "workbookPr"
    )
    if styles is None:
        return Styles(from_1904=from_1904)
    own = {
        it.attributes.get("numFmtId", ""): it.attributes.get("formatCode", "")
        for it in styles.walk()
        if it.local == "numFmt"
    }
    looks = next((it for it in styles.walk() if it.local == "cellXfs"), None)
    formats = [it.attributes.get("numFmtId", "0") for it in looks.elements("xf")] if looks else []
    dates = frozenset(
        number for number, one in enumerate(formats) if _shows_date(one, own.get(one, ""))
    )
    return Styles(dates, from_1904)


def value_of(cell: Element, strings: Sequence[str], styles: Styles) -> str:
    """Return the text of a cell; nothing for an error."""
    parts: Mapping[str, Element] = {part.local: part for part in cell.elements()}
    kind = cell.attributes.get("t", "n")
    if kind == "inlineStr":
        return text_of(parts["is"]) if "is" in parts else ""
    raw = parts["v"].text() if "v" in parts else ""
    if kind == "s":
        return strings[int(raw)] if raw.isdecimal() and int(raw) < len(strings) else ""
    if kind == "n" and raw:
        return _number(raw, cell.attributes.get("s", "0"), styles)
    if kind == "b":
        return "TRUE" if raw == "1" else "FALSE"
    return "" if kind == "e" else _plain(raw.removesuffix("T00:00:00") if kind == "d" else raw)


def text_of(element: Element) -> str:
    """Return the words of a string, without its reading aids (phonetic runs)."""
    return "".join(
        _plain(part.text()) if part.local == "t" else text_of(part)
        for part in element.elements()
        if part.local in ("t", "r", "is")
    )


def _plain(text: str) -> str:
    """Return a text with the signs that XML cannot hold as they were meant."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _shows_date(number: str, code: str) -> bool:
    if not code:
        return number.isdecimal() and int(number) in _DATE_FORMATS
    letters = _NOT_LETTERS.sub("", code.split(";", maxsplit=1)[0]).casefold()
    return any(letter in letters for letter in "ymdh") and "general" not in letters


def _number(raw: str, style: str, styles: Styles) -> str:
    try:
        number = float(raw)
    except ValueError:
        return raw
    if style.isdecimal() and int(style) in styles.dates and 0 <= number <= _MOST_DAYS:
        return _date(number, from_1904=styles.from_1904)
    return str(int(number)) if number.is_integer() and abs(number) < _EXACT else raw


def _date(days: float, *, from_1904: bool) -> str:
    if from_1904:
        when = _FIRST_DAY_1904 + timedelta(days=days)
    else:
        # Day 60 is 29 February 1900, which there was not; days before it count from a day later.
        when = _FIRST_DAY + timedelta(days=days + (1 if days < _LEAP_DAY_THAT_NEVER_WAS else 0))
    seconds = round((days % 1) * 86_400)
    if not seconds:
        return when.date().isoformat()
    if days < 1:
        return f"{seconds // 3600 % 24:02}:{seconds // 60 % 60:02}"
    return (when + timedelta(seconds=0.5)).strftime("%Y-%m-%d %H:%M")
