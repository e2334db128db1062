"""A piece of a text around what was searched for, cut where a reader would cut it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from cxo_desktop.domain.search_text import Term

CUT = "…"
_GRAPHEME = regex.compile(r"\X")
_APART = re.compile("[ -~\u0900-\u097f][ -~]|[ -~][\u0904-\u0939\u0958-\u0961\u0966-\u096f]")
"""Two characters that nothing can make one letter, by far the most that stand at a hit."""
_BLANK = regex.compile(r"[\s\p{Cc}]")
_HITS_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Snippet:
    """One line of text and where in it the hits are; "…" stands where it was cut."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()


def snippet(text: str, terms: Sequence[Term], *, around: int = 60) -> Snippet:
    """Return what surrounds the hits, about ``around`` characters before and after the best.

    The best is the hit near which most different terms stand, the first of these. Without a hit
    it is the start of the text. No cut and no span ever splits what a reader sees as one letter.
    """
    hits = _hits(text, terms)
    first, last = _best(hits, around)
    start = _cut_before(text, max(0, first - around), first)
    end = _cut_after(text, min(len(text), last + around), last)
    front, back = CUT if start else "", CUT if end < len(text) else ""
    moved = len(front) - start
    spans = _merged(
        (border_before(text, a) + moved, border_after(text, b) + moved)
        for a, b, _ in hits
        if start <= a and b <= end
    )
    return Snippet(f"{front}{_BLANK.sub(' ', text[start:end])}{back}", spans)


def _hits(text: str, terms: Sequence[Term]) -> list[tuple[int, int, int]]:
    """Return start, end and number of the term of each hit, in the order of the text."""
    found = [
        (start, end, number)
        for number, term in enumerate(terms)
        for start, end in term.spans(text)[:_HITS_LOOKED_AT]
    ]
    return sorted(found)


def _best(hits: list[tuple[int, int, int]], around: int) -> tuple[int, int]:
    best, most = (0, 0), 0
    all_terms = len({number for _, _, number in hits})
    for at, (start, end, _) in enumerate(hits):
        reach = bisect_right(hits, (end + around, end + around, 0))
        different = len({number for _, _, number in hits[at:reach]})
        if different > most:
            best, most = (start, end), different
        if most == all_terms:
            break
    return best


def _merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _cut_before(text: str, wanted: int, latest: int) -> int:
    """Return where to begin: after a blank near ``wanted``, else between two letters."""
    if wanted == 0:
        return 0
    blank = text.find(" ", wanted - 1, latest)
    return border_before(text, blank + 1 if blank >= 0 else wanted)


def _cut_after(text: str, wanted: int, earliest: int) -> int:
    if wanted == len(text):
        return wanted
    blank = text.rfind(" ", earliest, wanted + 1)
    return border_after(text, blank if blank > 0 else wanted)


def border_before(text: str, position: int) -> int:
    """Return the nearest place at or before ``position`` that is between two letters."""
    return _borders(text, position)[0]


def border_after(text: str, position: int) -> int:
    """Return the nearest place at or after ``position`` that is between two letters."""
    return _borders(text, position)[1]


def _borders(text: str, position: int) -> tuple[int, int]:
    if position <= 0 or position >= len(text):
        at = min(max(position, 0), len(text))
        return at, at
    pair = text[position - 1 : position + 1]
    if _APART.match(pair):
        return position, position
    for letter in _GRAPHEME.finditer(text, _sure_border(text, position)):
        if letter.start() == position:
            break
        if letter.end() > position:
            return letter.start(), letter.end()
    return position, position


def _sure_border(text: str, position: int) -> int:
    """Return a place at or before ``position`` that is a border whatever stands before it."""
    for at in range(position, 0, -1):
        if text[at - 1].isascii() and len(_GRAPHEME.findall(text[at - 1 : at + 1])) > 1:
            return at
    return 0
