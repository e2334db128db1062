"""How wide words are, and where lines break: measured once, the same for screen, SVG and PDF."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from cxo_desktop.domain.drawing import Weight
from cxo_desktop.render import fonts

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
# Devanagari with the digits, spaces and signs that follow it is one run; everything else another.
_RUN = regex.compile(r"\p{sc=Deva}[\p{sc=Deva}\p{sc=Zyyy}\p{sc=Zinh}]*|[^\p{sc=Deva}]+")
# Joiners shape Devanagari and stay; direction marks and other invisibles could lie about a name.
_UNSEEN = regex.compile(r"(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Noncharacter_Code_Point}]")
_SPACE = regex.compile(r"[\s\p{Zs}\p{Zl}\p{Zp}]+")
_BROKEN = regex.compile(r"\p{Cs}")
_GRAPHEME = regex.compile(r"\X")


def tidy(text: str) -> str:
    """Return the text as one line that every painter can draw.

    White space becomes single spaces (a no-break space stays one), half characters become U+FFFD
    and controls, direction marks and noncharacters go.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    spaced: str = _SPACE.sub(lambda found: _one_space(found[0]), text)
    whole: str = _BROKEN.sub("\ufffd", spaced)
    seen: str = _UNSEEN.sub("", whole)
    return seen.strip()


def _one_space(found: str) -> str:
    return found if found == "\N{NO-BREAK SPACE}" else " "


def runs(text: str) -> tuple[str, ...]:
    """Return the text cut into runs of one script; shaping mixed runs is up to 16 % off."""
    return tuple(found[0] for found in _RUN.finditer(text))


def width(text: str, size: float, weight: Weight = Weight.REGULAR) -> float:
    """Return the width in points of one line at ``size`` points, shaped as it will be drawn."""
    return _units(text, weight) * size / 1000


@lru_cache(maxsize=8192)
def _units(text: str, weight: Weight) -> int:
    """Return the advance of a line in thousandths of an em."""
    return sum(_advance(run, weight) for run in runs(_BROKEN.sub("\ufffd", text)))


def _advance(run: str, weight: Weight) -> int:
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(run)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    uharfbuzz.shape(fonts.face(weight), buffer)
    return sum(position.x_advance for position in buffer.glyph_positions)


def wrap(
    text: str, size: float, limit: float, most: int, weight: Weight = Weight.REGULAR
) -> tuple[str, ...]:
    """Return the text in at most ``most`` lines, none wider than ``limit`` points.

    Lines break between words, and inside a word only where it is wider than a line alone, never
    inside a grapheme. What does not fit ends in "…". An empty text gives no line. A single
    grapheme may be wider than the limit: it stands alone.
    """
    lines: list[str] = []
    line = ""
    for word in _pieces(tidy(text).split(" "), size, limit, weight):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size, weight) > limit:
            lines.append(line)
            if len(lines) == most:
                lines[-1] = shorten(f"{line} {word}", size, limit, weight)
                return tuple(lines)
            longer = word
        line = longer
    return (*lines, line) if line else tuple(lines)


def _pieces(words: list[str], size: float, limit: float, weight: Weight) -> Iterator[str]:
    """Yield the words, those wider than a line in pieces that fit."""
    for word in words:
        rest = word
        while rest and width(rest, size, weight) > limit:
            piece = _fitting(rest, size, limit, weight)
            yield piece
            rest = rest[len(piece) :]
        if rest:
            yield rest


def balanced(
    text: str, size: float, limit: float, most: int, weight: Weight = Weight.REGULAR
) -> tuple[str, ...]:
    """Return what ``wrap`` does, with the lines as even as they can be without one line more."""
    lines = wrap(text, size, limit, most, weight)
    if len(lines) <= 1 or lines[-1].endswith(ELLIPSIS):
        return lines
    longest = max(width(word, size, weight) for line in lines for word in line.split(" "))
    while (tighter := max(width(line, size, weight) for line in lines) - 1) >= longest:
        found = wrap(text, size, tighter, most, weight)
        if len(found) > len(lines) or found[-1].endswith(ELLIPSIS):
            break
        lines = found
    return lines


def shorten(text: str, size: float, limit: float, weight: Weight = Weight.REGULAR) -> str:
    """Return the text if it fits into ``limit`` points, else its beginning and "…"."""
    if width(text, size, weight) <= limit:
        return text
    room = limit - width(ELLIPSIS, size, weight)
    return _fitting(text, size, room, weight).rstrip() + ELLIPSIS


def _fitting(text: str, size: float, limit: float, weight: Weight) -> str:
    """Return the longest beginning that fits, at least one grapheme."""
    kept = ""
    for found in _GRAPHEME.finditer(text):
        if kept and width(kept + found[0], size, weight) > limit:
            break
        kept += found[0]
    return kept
