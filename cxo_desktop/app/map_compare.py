"""Two maps beside each other: what differs, and the difference of each figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxo_desktop.app.map_check import words_of
from cxo_desktop.app.map_sheets import rows_of
from cxo_desktop.app.maps import CHAIN, MapCard, chain_rows, map_card
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.records import Json
from cxo_desktop.i18n import _

if TYPE_CHECKING:
    from cxo_desktop.analysis.comparison import Measure
    from cxo_desktop.analysis.map_differences import Change, Differences


@dataclass(frozen=True, slots=True)
class MapComparison:
    """What of ``second`` is not as in ``first``, with the words of everything in both."""

    first: MapCard
    second: MapCard
    differences: Differences
    figures: tuple[Measure, ...]
    words: Mapping[str, str]

    def as_plain(self) -> dict[str, Json]:
        """Return the comparison as JSON; figures with both values and the change."""
        found = self.differences

        def changes(rows: tuple[Change, ...]) -> list[Json]:
            return [
                {"id": it.code, "field": it.field, "before": it.before, "after": it.after}
                for it in rows
            ]

        return {
            "first": self.first.code,
            "second": self.second.code,
            "added": list(found.added),
            "removed": list(found.removed),
            "moved": changes(found.moved),
            "changed": changes(found.changed),
            "figures": {
                it.name: {
                    "first": it.as_json()["as_is"],
                    "second": it.as_json()["scenario"],
                    "change": it.as_json()["change"],
                }
                for it in self.figures
            },
        }

    def lines(self) -> list[str]:
        """Return the comparison in words, a line each."""
        found = self.differences
        told = [(_("added"), code) for code in found.added]
        told += [(_("removed"), code) for code in found.removed]
        told += [(_("moved"), it.code) for it in found.moved]
        told += [(_("changed: {field}").format(field=it.field), it.code) for it in found.changed]
        lines = [f"{how}  {self.words.get(code, code)}" for how, code in told]
        for it in self.figures:
            plain = it.as_json()
            if plain["change"]:
                lines.append(f"{it.name}  {plain['as_is']} → {plain['scenario']}")
        return lines


def compare_maps(dossier: Dossier, first: str, second: str) -> MapComparison:
    """Compare two maps of one kind. Raises NotFound, and InputRefused for unlike kinds."""
    from cxo_desktop.analysis import map_differences
    from cxo_desktop.analysis.comparison import chain_measures, map_measures

    one, other = map_card(dossier, first), map_card(dossier, second)
    if (one.base == CHAIN) != (other.base == CHAIN):
        raise InputRefused(
            _("The maps were not compared."),
            _("One is a data chain, the other a process."),
            _("Name two data chains or two process maps."),
        )
    words = {**words_of(dossier, one), **words_of(dossier, other)}
    if one.base == CHAIN:
        chains = [chain_rows(dossier, card) for card in (one, other)]
        found = map_differences.of_chains(*chains)
        figures = chain_measures(dossier, chains[0][1], chains[1][1])
        return MapComparison(one, other, found, figures, words)
    rows = [rows_of(dossier, card) for card in (one, other)]
    pairs = [(it.steps, it.transitions) for it in rows]
    found = map_differences.of_processes(*pairs)
    figures = map_measures(dossier, (one.base, *pairs[0]), (other.base, *pairs[1]))
    return MapComparison(one, other, found, figures, words)
