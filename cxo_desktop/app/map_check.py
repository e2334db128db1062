"""Advice on a map in words, with the boxes and arrows it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cxo_desktop.app.map_sheets import rows_of, sheet_of
from cxo_desktop.app.maps import CHAIN, MapCard, chain_rows, map_card
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.records import Json
from cxo_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class MapAdvice:
    """One piece of advice: which rule, what it is about, what is open and what would mend it."""

    rule: str
    codes: tuple[str, ...]
    what: str
    remedy: str

    def as_plain(self) -> dict[str, Json]:
        """Return the advice as JSON."""
        return {
            "rule": self.rule,
            "codes": list(self.codes),
            "what": self.what,
            "remedy": self.remedy,
        }


def check_map(dossier: Dossier, code: str) -> tuple[MapAdvice, ...]:
    """Return advice on a map, the gravest first. Raises NotFound."""
    from cxo_desktop.analysis.map_advice import said
    from cxo_desktop.analysis.map_lint import lint_chain, lint_process

    card = map_card(dossier, code)
    levels = levels_behind(dossier, card)
    if card.base == CHAIN:
        found = lint_chain(*chain_rows(dossier, card), levels)
    else:
        rows = rows_of(dossier, card)
        found = lint_process(rows.steps, rows.transitions, rows.map.lanes, levels)
    words = words_of(dossier, card)
    advice = []
    for one in found:
        about = ", ".join(words.get(code, code) for code in one.codes) or _("this map")
        advice.append(MapAdvice(one.rule.value, one.codes, *said(one.rule, about)))
    return tuple(advice)


def words_of(dossier: Dossier, card: MapCard) -> dict[str, str]:
    """Return what each box and arrow of a map is called, in quotes, by its code."""
    sheet = sheet_of(dossier, card)
    quoted = {box.code: _("“{words}”").format(words=box.label or box.code) for box in sheet.boxes}
    for link in sheet.links:
        way = _("{source} to {target}").format(
            source=quoted.get(link.source, _("nothing")),
            target=quoted.get(link.target, _("nothing")),
        )
        quoted[link.code] = quoted[f"{link.source}>{link.target}"] = way
    return quoted


def levels_behind(dossier: Dossier, card: MapCard) -> Mapping[str, frozenset[str]]:
    """Return the levels of the people whose notes point at each box, by its code."""
    level = {person.code: person.level or "" for person in dossier.all(Person)}
    ends = {}
    if card.base == CHAIN:
        ends = {flow.code: (flow.source, flow.target) for flow in chain_rows(dossier, card)[1]}
    found: dict[str, set[str]] = {}
    for note in dossier.all(Note):
        for ref in note.refs:
            own = ref if card.base == CHAIN else ref.removeprefix(f"{card.base}/")
            if card.base != CHAIN and own == ref:
                continue
            for place in ends.get(own, (own,)):
                found.setdefault(place, set()).add(level.get(note.person or "", ""))
    return {code: frozenset(levels - {""}) for code, levels in found.items()}
