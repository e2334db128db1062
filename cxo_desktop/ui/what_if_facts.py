"""What a scenario would change, beside the map: each figure as it is and as it would be."""

from __future__ import annotations

from cxo_desktop.app.map_compare import compare_maps
from cxo_desktop.app.maps import MapCard
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.records import Json
from cxo_desktop.i18n import _, grouped
from cxo_desktop.ui.shown import Facts

_LARGE = 1000


def what_if_facts(dossier: Dossier, card: MapCard) -> Facts:
    """Return the figures of a scenario beside those of the map that it edits."""
    found = compare_maps(dossier, card.base, card.code)
    facts, unknown = [], []
    for measure in found.figures:
        plain = measure.as_json()
        word = measure_word(measure.name)
        if plain["change"] is None:
            unknown.append(word)
        elif plain["change"]:
            facts.append((word, f"{_number(plain['as_is'])} → {_number(plain['scenario'])}"))
    gone, new = len(found.differences.removed), len(found.differences.added)
    facts.append((_("On the map"), _("{new} new, {gone} gone").format(new=new, gone=gone)))
    return Facts(card.name, "split", tuple(facts), tuple(unknown), (), "")


def difference_words(dossier: Dossier, card: MapCard) -> str:
    """Return in a line what a scenario changes, "" for nothing."""
    changes = what_if_facts(dossier, card).facts[:-1]
    return " · ".join(f"{word} {change}" for word, change in changes)


def _number(value: Json) -> str:
    if not isinstance(value, (int, float)):
        return ""
    return grouped(value) if abs(value) >= _LARGE else f"{value:g}"


def measure_word(name: str) -> str:
    """Return what a measure of a comparison is called."""
    return {
        "typical_days": _("Days, typical"),
        "worst_days": _("Days, at worst"),
        "hops_on_path": _("Hops"),
        "manual_hops_on_path": _("By hand"),
        "hand_offs": _("Hand-offs"),
        "re_entries": _("Typed again"),
        "places_one_visit_is_written": _("Written in"),
        "competing_numbers_at_decision": _("Numbers that compete"),
        "staff_hours_per_month": _("Hours a month"),
        "staff_hours_moving_per_month": _("Hours moving data"),
        "staff_cost_per_year_inr": _("Rupees a year"),
        "single_points": _("Single points"),
        "pii_unprotected_flows": _("Unprotected flows"),
        "steps": _("Steps"),
        "touch_hours": _("Hours of work"),
        "wait_hours": _("Hours of waiting"),
        "lead_days": _("Days, expected"),
        "longest_days": _("Days, longest"),
        "flow_efficiency": _("Share of work"),
        "rolled_complete_accurate": _("Right to the end"),
        "staff_cost_per_cycle_inr": _("Rupees a cycle"),
    }[name]
