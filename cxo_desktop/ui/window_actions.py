"""Everything that can be done from anywhere in the window, with its keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from cxo_desktop.i18n import _
from cxo_desktop.ui.actions import ActionSpec
from cxo_desktop.ui.tokens import Mode
from cxo_desktop.ui.widgets.rail import Place, place_key

NEW_ENGAGEMENT_KEY = "Ctrl+Shift+N"
Handlers = Mapping[str, Callable[[], object]]


def places() -> tuple[Place, ...]:
    """Return the places of the rail, from the top."""
    return (
        Place("home", _("Home"), "house"),
        Place("capture", _("Capture"), "notebook-pen"),
        Place("people", _("People"), "users"),
        Place("maps", _("Maps"), "workflow"),
        Place("actions", _("Actions"), "list-checks"),
        Place("costs", _("Costs"), "indian-rupee"),
        Place("brief", _("Brief"), "file-text"),
        Place("records", _("Records"), "table-2"),
        Place("sync", _("Sync"), "refresh-cw", foot=True),
        Place("settings", _("Settings"), "settings", foot=True),
    )


def place_actions(rail: Sequence[Place], go_to: Callable[[str], object]) -> tuple[ActionSpec, ...]:
    """Return an action for each place: Alt and its number, 0 for the tenth."""
    return tuple(
        ActionSpec(
            key=f"go.{place.key}",
            text=_("Go to {place}").format(place=place.name),
            icon=place.icon,
            handler=partial(go_to, place.key),
            shortcut=place_key(number),
        )
        for number, place in enumerate(rail, start=1)
    )


def window_actions(handlers: Handlers) -> tuple[ActionSpec, ...]:
    """Return the other actions of the window; ``handlers`` by their key."""
    return tuple(
        ActionSpec(key, text, icon, handlers[key], *keys)
        for key, text, icon, *keys in (*_finding(), *_doing(), *_trusting(), *_helping())
    )


def look_actions(choose: Callable[[Mode | None], object]) -> tuple[ActionSpec, ...]:
    """Return the actions that choose light, dark, or what the system has."""
    return (
        ActionSpec("look.system", _("Look: as the system"), "sun-moon", lambda: choose(None)),
        ActionSpec("look.light", _("Look: light"), "sun", lambda: choose(Mode.LIGHT)),
        ActionSpec("look.dark", _("Look: dark"), "moon", lambda: choose(Mode.DARK)),
    )


def _finding() -> tuple[tuple[str, ...], ...]:
    return (
        ("palette", _("Find people, notes, commands"), "search", "Ctrl+K", "F2"),
        ("objects", _("Find people and notes"), "search", "Ctrl+P", "Shift+F2"),
        ("search", _("Search everything"), "search", "Ctrl+Shift+F", "F3"),
        ("back", _("Back"), "arrow-left", "Alt+Left"),
        ("forward", _("Forward"), "arrow-right", "Alt+Right"),
        ("last", _("The page before"), "history", "Ctrl+Tab"),
    )


def _doing() -> tuple[tuple[str, ...], ...]:
    return (
        ("interview.new", _("New interview"), "plus", "Ctrl+I", "Ctrl+F2"),
        ("interview.end", _("End this interview"), "check", "Ctrl+Shift+E", "F9"),
        ("interview.read_back", _("Read the lines back"), "book-open", "Ctrl+R", "F4"),
        ("interview.consent", _("Change the consent"), "shield-check", "F5"),
        ("interview.pause", _("Pause the interview, or go on"), "timer", "Ctrl+Shift+P", "F10"),
        ("interview.guide", _("Edit the guide"), "list-checks", "Ctrl+G", "Shift+F5"),
        ("interview.cover", _("Cover all but this interview"), "eye-off", "Ctrl+.", "F8"),
        ("map.notes", _("Place notes on a map"), "map-pin", "Ctrl+M", "F11"),
        ("brief.make", _("Make the brief"), "file-text", "Ctrl+B", "Ctrl+F4"),
        ("sync.now", _("Sync now"), "refresh-cw", "Ctrl+F5"),
        ("sync.rehearse", _("What a sync would do"), "eye"),
        ("sync.contested", _("What was changed by two"), "split"),
        ("sync.twice", _("What may be there twice"), "copy"),
        ("sync.laptops", _("Laptops of the share"), "laptop"),
        ("engagement.new", _("New engagement"), "building-2", NEW_ENGAGEMENT_KEY),
        ("engagement.sample", _("Take in the sample engagement"), "book-open"),
    )


def _trusting() -> tuple[tuple[str, ...], ...]:
    return (
        ("undo", _("Undo"), "undo-2", "Ctrl+Z", "Alt+Backspace"),
        ("redo", _("Redo"), "redo-2", "Ctrl+Shift+Z", "Alt+Shift+Backspace"),
        ("record.history", _("History of what is selected"), "history", "Ctrl+H", "Shift+F3"),
        ("record.remove", _("Remove what is selected"), "trash-2", "Ctrl+Delete"),
        ("lock", _("Lock now"), "lock", "Ctrl+L", "F12"),
        ("backup.now", _("Back up now"), "hard-drive"),
        ("backups", _("Backups"), "hard-drive"),
        ("bin", _("Bin"), "trash-2"),
    )


def _helping() -> tuple[tuple[str, ...], ...]:
    return (
        ("help", _("Help for this page"), "circle-question-mark", "F1"),
        ("keys", _("All keys"), "keyboard", "Ctrl+/", "Shift+F1"),
        ("quit", _("Close the window"), "x", "Ctrl+Q"),
    )
