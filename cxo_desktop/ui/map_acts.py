"""Everything that can be done on a map, with its keys: for the map, its outline, and the sheet."""

from __future__ import annotations

from dataclasses import dataclass

from cxo_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class MapAct:
    """One thing to do. ``keys`` in Qt's notation; one of them has no letter where it can be."""

    act: str
    words: str
    keys: tuple[str, ...]
    edits: bool = True


def map_acts() -> tuple[MapAct, ...]:
    """Return what can be done on a map; what ``edits`` is done from its outline too."""
    return (*_changing(), *_moving(), *_seeing())


def _changing() -> tuple[MapAct, ...]:
    return (
        MapAct("new", _("Map: new, behind or between what is chosen"), ("N", "Ins")),
        MapAct("connect", _("Map: connect to another box"), ("C", "F6")),
        MapAct("edit", _("Map: change the words"), ("E", "Shift+F6")),
        MapAct("comment", _("Map: write a comment"), ("W", "F7")),
        MapAct("remove", _("Map: take off what is chosen"), ("Del",)),
        MapAct("copy", _("Map: copy what is chosen"), ("Ctrl+C", "Ctrl+Ins")),
        MapAct("cut", _("Map: cut out what is chosen"), ("Ctrl+X", "Shift+Del")),
        MapAct("paste", _("Map: paste"), ("Ctrl+V", "Shift+Ins")),
        MapAct("tidy", _("Map: tidy what nobody pinned"), ("L", "Ctrl+F7")),
        MapAct("tidy_all", _("Map: tidy everything"), ("Shift+L", "Ctrl+Shift+F7")),
    )


def _moving() -> tuple[MapAct, ...]:
    return (
        MapAct("left", _("Map: move to the left"), ("Alt+Shift+Left",), edits=False),
        MapAct("right", _("Map: move to the right"), ("Alt+Shift+Right",), edits=False),
        MapAct("up", _("Map: move up"), ("Alt+Shift+Up",), edits=False),
        MapAct("down", _("Map: move down"), ("Alt+Shift+Down",), edits=False),
        MapAct("lane_up", _("Map: lane up"), ("Alt+Up",)),
        MapAct("lane_down", _("Map: lane down"), ("Alt+Down",)),
        MapAct("lane_higher", _("Map: lane higher"), ("Alt+PgDown",)),
        MapAct("lane_lower", _("Map: lane lower"), ("Alt+PgUp",)),
        MapAct("lane_fold", _("Map: fold the lane, or open it"), ("H", "Ctrl+Space")),
    )


def _seeing() -> tuple[MapAct, ...]:
    return (
        MapAct("all", _("Map: choose everything"), ("Ctrl+A", "Shift+Home"), edits=False),
        MapAct("find", _("Map: find a box"), ("/", "Ctrl+F", "Ctrl+F3")),
        MapAct("upstream", _("Map: only what leads to it"), ("U", "Ctrl+PgUp")),
        MapAct("downstream", _("Map: only what follows from it"), ("D", "Ctrl+PgDown")),
        MapAct("fit", _("Map: show all of it"), ("F", "Home"), edits=False),
        MapAct("close_up", _("Map: show what is chosen, large"), ("Z", "End"), edits=False),
        MapAct("larger", _("Map: larger"), ("+", "="), edits=False),
        MapAct("smaller", _("Map: smaller"), ("-",), edits=False),
        MapAct("overview", _("Map: small overview"), ("M", "Ctrl+End"), edits=False),
    )
