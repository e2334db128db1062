"""The places where records are shown in a table: which kinds, and which ready searches."""

from __future__ import annotations

from dataclasses import dataclass

from cxo_desktop.domain.entities import ENTITIES
from cxo_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class Preset:
    """A search with a name; "{today}" in it is the day on which figures stand."""

    name: str
    typed: str


@dataclass(frozen=True, slots=True)
class RecordsView:
    """Which kinds a place shows, under which title, with which ready searches of the first."""

    title: str
    kinds: tuple[str, ...]
    presets: tuple[Preset, ...] = ()


def all_records() -> RecordsView:
    """Return the place where every kind of record is."""
    return RecordsView(_("Records"), tuple(entity.table for entity in ENTITIES))


def actions_view() -> RecordsView:
    """Return the place of actions, of what was sent, and of talks with the Director."""
    return RecordsView(
        _("Actions"),
        ("action", "dispatch", "check_in"),
        (
            Preset(_("All"), ""),
            Preset(_("Open"), "done_on:-"),
            Preset(_("Late"), "done_on:- due_on:<{today}"),
            Preset(_("Theirs"), "done_on:- side:NGO"),
            Preset(_("Ours"), "done_on:- side:Consultant"),
        ),
    )


def costs_view() -> RecordsView:
    """Return the place of tools, of their costs, and of what an hour of a post costs."""
    return RecordsView(_("Costs"), ("tool", "cost_item", "role_band"))
