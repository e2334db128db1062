"""Measures of a data chain's map: how large words are and how many lines they may take."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cxo_desktop.domain.drawing import Orientation


@dataclass(frozen=True, slots=True)
class Style:
    """All measures in points; ``sub`` tells whether boxes say kind and tool below their name."""

    orientation: Orientation
    sub: bool
    name: float
    name_limit: float
    small: float
    small_limit: float
    badge: float
    label_limit: float
    label_lines: int
    icon: float
    pad: float
    margin: float
    box_gap: float
    rank_gap: float

    @property
    def text_at(self) -> float:
        """Where words begin, right of the icon."""
        return self.pad + self.icon + self.pad * 0.8


# Room is scarce along the flow: down the page words stand in one line, across it in several.
FULL = {
    Orientation.TB: Style(
        *(Orientation.TB, True, 10, 150, 8.5, 156, 8, 190, 2),
        *(24, 9, 6.5, 24, 24),
    ),
    Orientation.LR: Style(
        *(Orientation.LR, True, 10, 84, 8.5, 108, 8, 70, 4),
        *(24, 9, 6.5, 22, 34),
    ),
}
# Without kind and tool, for maps that would else be too small to read.
COMPACT = {
    Orientation.TB: Style(
        *(Orientation.TB, False, 9, 140, 8, 0, 8, 78, 3),
        *(15, 5.5, 4.5, 12, 12),
    ),
    Orientation.LR: Style(
        *(Orientation.LR, False, 9, 76, 8, 0, 8, 64, 4),
        *(15, 5.5, 4.5, 12, 20),
    ),
}
# And narrower still, for a column or a page.
NARROW = {
    Orientation.TB: replace(COMPACT[Orientation.TB], name_limit=105, box_gap=10),
    Orientation.LR: replace(COMPACT[Orientation.LR], name_limit=70, label_limit=60),
}
DETAILS = (FULL, COMPACT, NARROW)
