"""Attribution: which levels may be named as having said something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxo_desktop.analysis.coverage import heard_by_level
from cxo_desktop.analysis.figures import Figure
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.records import Json

OWN = "own level"
MERGED = "merge with neighbour"


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionFigure(Figure):
    """Who of each level was heard, and the fewest who may be named as its voice."""

    heard: Mapping[str, tuple[str, ...]]
    k: int

    def names(self, level: str) -> tuple[str, ...]:
        """Return the levels under which a word of this level may be quoted.

        A level with fewer than ``k`` people heard joins the neighbour with more people heard (the
        one above when both have as many), and on, until there are enough; () if there never are.
        """
        order = sorted(self.heard)
        if level not in order:
            return ()
        start = end = order.index(level)
        while self._people(order[start : end + 1]) < self.k:
            above = self._people(order[start - 1 : start]) if start else -1
            below = self._people(order[end + 1 : end + 2]) if end + 1 < len(order) else -1
            if max(above, below) < 0:
                return ()
            start, end = (start - 1, end) if above >= below else (start, end + 1)
        return tuple(order[start : end + 1])

    def _people(self, levels: Sequence[str]) -> int:
        return sum(len(self.heard[level]) for level in levels)

    def as_json(self) -> Json:
        """Return for each level heard whether it may stand for itself."""
        return {
            level: OWN if len(people) >= self.k else MERGED for level, people in self.heard.items()
        }

    def more(self) -> dict[str, Json]:
        """Return under which levels each level heard may be quoted; none means not at all."""
        return {"quoted_as": {level: list(self.names(level)) for level in self.heard}}


def attribution(dossier: Dossier) -> AttributionFigure:
    """Return which levels may be named (docs: indicators, attribution)."""
    heard = heard_by_level(dossier)
    people = tuple(code for level in heard.values() for code in level)
    return AttributionFigure(
        inputs={"people": people}, heard=heard, k=dossier.engagement.settings.attribution_k
    )
