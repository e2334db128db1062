"""The small marks on a box that count the pains and notes behind it."""

from __future__ import annotations

from cxo_desktop.domain.drawing import Badge, Ink, Line, Weight
from cxo_desktop.i18n import ngettext
from cxo_desktop.render import fonts, measure, shifting

GAP = 3.0
_HEIGHT = 1.55
_PAD = 5.0


def counting(evidence: int, pains: int, size: float) -> tuple[Badge, ...]:
    """Return the badges from left to right, not yet placed; none for nothing."""
    badges = []
    if pains > 0:
        words = ngettext("{count} pain", "{count} pains", pains).format(count=pains)
        badges.append(saying(words, size, Ink.BAD_SOFT, Ink.BAD))
    if evidence > 0:
        words = ngettext("{count} note", "{count} notes", evidence).format(count=evidence)
        badges.append(saying(words, size, Ink.SURFACE2, Ink.TEXT2))
    return tuple(badges)


def span(badges: tuple[Badge, ...]) -> float:
    """Return the width that the badges take, with a gap behind each."""
    return sum(badge.width + GAP for badge in badges)


def placed(badges: tuple[Badge, ...], right: float, middle: float) -> tuple[Badge, ...]:
    """Return the badges in a row that ends at ``right``, their middles at height ``middle``."""
    row: list[Badge] = []
    for badge in reversed(badges):
        right -= badge.width
        row.insert(0, shifting.badge(badge, right, middle - badge.height / 2))
        right -= GAP
    return tuple(row)


def saying(words: str, size: float, fill: Ink, ink: Ink) -> Badge:
    """Return a badge with these words, not yet placed."""
    width = measure.width(words, size, Weight.SEMIBOLD)
    height = _HEIGHT * size
    baseline = (height + fonts.CAPITAL * size) / 2
    line = Line(words, _PAD, baseline, width, size, Weight.SEMIBOLD, ink)
    return Badge(0, 0, width + 2 * _PAD, height, fill, line)
