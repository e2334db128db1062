"""Which language a note is in: by its script, then by the small words of each language."""

from __future__ import annotations

import regex

from cxo_desktop.exchange.words import words

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['\u2019]\p{L}+)?")
_DEVANAGARI = regex.compile(r"\p{Devanagari}")
_LATIN = regex.compile(r"\p{Latin}")
_ADDRESS = regex.compile(r"\w+://\S+")
_MARATHI_LETTER = "ळ"
_FEWEST_SMALL_WORDS = 2
_SMALL_SHARE = 0.12


def guess_language(text: str) -> str | None:
    """Return ``en``, ``hi`` or ``mr``, or None where the words do not tell."""
    text = _ADDRESS.sub("", text)
    spoken = [word.casefold() for word in _WORD.findall(text)]
    if not spoken:
        return None
    if len(_DEVANAGARI.findall(text)) > len(_LATIN.findall(text)):
        return _hindi_or_marathi(text, spoken)
    return _english_or_none(spoken)


def _hindi_or_marathi(text: str, spoken: list[str]) -> str | None:
    hindi = _count("hi", spoken)
    marathi = _count("mr", spoken) + text.count(_MARATHI_LETTER)
    if hindi == marathi:
        return None
    return "hi" if hindi > marathi else "mr"


def _english_or_none(spoken: list[str]) -> str | None:
    plain = [word.replace("\u2019", "'") for word in spoken]
    distinct = words("languages", "en").intersection(plain)
    english = _count("en", plain)
    enough = len(distinct) >= _FEWEST_SMALL_WORDS and english >= _SMALL_SHARE * len(plain)
    return "en" if enough and english > _count("hi_in_latin", plain) else None


def _count(language: str, spoken: list[str]) -> int:
    small = words("languages", language)
    return sum(word in small for word in spoken)
