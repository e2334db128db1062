"""Words as search compares them: the same for a note, a query and a label, however written.

Folding goes character by character wherever a short form has no length of its own, so that a hit
in folded text can be pointed at in the text as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import regex

WORD_CHARACTERS = r"\p{L}\p{N}\p{Co}\p{Mn}\p{Mc}"
_DROPPED = "\0"
_NUKTA_CLASS = 7
_ACCENTS_FROM_CLASS = 200
_ALIKE = {"\u03c2": "\u03c3", "ँ": "ं", "ऍ": "ॲ", "\u200b": " "}

_INVISIBLE = re.compile(
    "[\0\u00ad\u034f\u200c-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
)
_PERHAPS_COMPOSED = re.compile("[^\0-\x7f\u0900-\u097f\u2010-\u2026]")
_PERHAPS_UNLIKE = re.compile(
    "[^\0-\x7f\u0902-\u090c\u090e-\u0928\u092a-\u0930\u0932\u0933\u0935-\u0939\u093d-\u0950"
    "\u0964\u0965\u0970-\u097f\u2010-\u2026]"
)
_NASAL_OR_VOWEL = re.compile(
    "[ङञणनमअआए](?:"
    "(?<=[ङन])\0*्\0*(?=[क-घ])|(?<=[ञन])\0*्\0*(?=[च-झ])|(?<=[णन])\0*्\0*(?=[ट-ढ])"
    "|(?<=न)\0*्\0*(?=[त-ध])|(?<=[मन])\0*्\0*(?=[प-भ])"
    "|(?<=अ)[ाोौॅॉ]|(?<=आ)ॅ|(?<=ए)े)"
)
_TYPED_VOWELS = {"अा": "आ", "अो": "ओ", "अौ": "औ", "अॅ": "ॲ", "अॉ": "ऑ", "आॅ": "ऑ", "एे": "ऐ"}
_HALF_NASALS = ("ङ्", "ञ्", "ण्", "न्", "म्")
_WORD = regex.compile(f"[{WORD_CHARACTERS}]+")


def fold(text: str) -> str:
    """Return the text as the index and a query hold it.

    Alike become: composed and decomposed letters, capital and small, with and without accents
    or nukta (ज़िला, जिला), an anusvara and the nasal it stands for (हिंदी, हिन्दी), chandrabindu
    and anusvara (गाँव, गांव), a vowel typed in two parts and in one (आॅ, ऑ), digits of any script.
    Joiners and other invisible signs go.
    """
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
        if _PERHAPS_COMPOSED.search(text):
            text = unicodedata.normalize("NFC", text)
    return aligned(text).replace(_DROPPED, "")


def aligned(text: str) -> str:
    """Return the text folded without a change of length; what goes is NUL in its place."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(map(_lowered, text))
    if lowered.isascii():
        return lowered
    folded = _PERHAPS_UNLIKE.sub(lambda found: _folded(found[0]), lowered)
    return _NASAL_OR_VOWEL.sub(_shortened, folded)


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, cut where the index cuts them."""
    return tuple(_WORD.findall(fold(text)))


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that must follow one another; with ``prefix`` the last may go on."""

    words: tuple[str, ...]
    prefix: bool = False

    @property
    def spellings(self) -> tuple[tuple[str, ...], ...]:
        """Return the words as they may stand in the index; more than one for a half-typed nasal.

        The न् of a word still being typed may become हिंदी as well as जन्म.
        """
        if self.prefix and self.words and self.words[-1].endswith(_HALF_NASALS):
            return self.words, (*self.words[:-1], f"{self.words[-1][:-2]}ं")
        return (self.words,)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return from where to where the term stands in a text, in its characters."""
        folded = aligned(text)
        pattern = _pattern(self, gaps=_DROPPED in folded)
        return [found.span() for found in pattern.finditer(folded)]

    def stands_in(self, text: str) -> bool:
        """Tell whether the text has the term."""
        return bool(_pattern(self, gaps=False).search(fold(text)))


@lru_cache(maxsize=256)
def _pattern(term: Term, *, gaps: bool) -> regex.Pattern[str]:
    hole = "\0*" if gaps else ""
    between = f"[^{WORD_CHARACTERS}]+"
    spelled = "|".join(
        between.join(hole.join(map(regex.escape, word)) for word in spelling)
        for spelling in term.spellings
    )
    end = "" if term.prefix else f"(?!{hole}[{WORD_CHARACTERS}])"
    return regex.compile(f"(?<![{WORD_CHARACTERS}]{hole})(?:{spelled}){hole}{end}")


def _shortened(found: re.Match[str]) -> str:
    typed = found[0]
    short = _TYPED_VOWELS.get(typed, "ं")
    return short + _DROPPED * (len(typed) - 1)


def _lowered(character: str) -> str:
    small = character.lower()
    return small if len(small) == 1 else character


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    """Return what one character is compared as: one character, or NUL for none."""
    if character in _ALIKE:
        return _ALIKE[character]
    category = unicodedata.category(character)
    if category == "Cs":
        return " "
    if category == "Cf" or _INVISIBLE.match(character) or _is_accent(character):
        return _DROPPED
    if category == "Nd":
        return str(unicodedata.decimal(character))
    parts = unicodedata.normalize("NFKD", character)
    kept = "".join(part for part in parts if not _is_accent(part)).lower()
    return kept if len(kept) == 1 else character


def _is_accent(character: str) -> bool:
    combining = unicodedata.combining(character)
    return combining == _NUKTA_CLASS or combining >= _ACCENTS_FROM_CLASS
