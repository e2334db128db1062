"""Text that the vendored font can draw, whatever somebody pasted into a note."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import regex

from cxo_desktop.domain.drawing import Weight
from cxo_desktop.i18n import _
from cxo_desktop.render import fonts, measure

_ARROWS = {"→": "->", "⇒": "->", "➔": "->", "←": "<-", "↔": "<->"}
_SIGNS = {"✓": "ok", "✔": "ok", "≤": "<=", "≥": ">=", "≈": "~", "\ufffd": "?"}
_BULLETS = dict.fromkeys("●■▪►▲○◦", "•")
_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_STAND_INS = str.maketrans(_ARROWS | _SIGNS | _BULLETS | _LIGATURES)
_LETTERS = regex.compile(r"[\p{L}\p{M}\p{N}]")
_SEEN = regex.compile(r"[^\p{Cf}\p{M}]")


def printable(text: str) -> str:
    """Return the text as one line that the font can draw.

    White space is folded, some signs get a stand-in, pictures go; words in a script that the font
    does not hold become a remark that says so, because nothing may vanish unseen.
    """
    printed = _printed(text)
    # What goes may leave spaces at an end, or two letters that now make one.
    return printed if printed == text else printable(printed)


def _printed(text: str) -> str:
    tidy = measure.tidy(unicodedata.normalize("NFC", text)).translate(_STAND_INS)
    held = fonts.characters(Weight.REGULAR)
    return _once(_word(word, held) for word in tidy.split(" "))


def _word(word: str, held: frozenset[int]) -> str:
    missing = {letter for letter in word if ord(letter) not in held}
    if not missing:
        return word
    if any(_LETTERS.match(letter) for letter in missing):
        return _("[not in this font]")
    left = "".join(letter for letter in word if letter not in missing)
    return left if _SEEN.search(left) else ""


def _once(words: Iterable[str]) -> str:
    """Return the words, with runs of the remark written once."""
    kept: list[str] = []
    for word in words:
        if word and not (kept and word == kept[-1] == _("[not in this font]")):
            kept.append(word)
    return " ".join(kept)
