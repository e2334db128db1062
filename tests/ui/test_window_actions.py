"""Every place and every action has a key of its own."""

import pytest

from cxo_desktop.ui import icons
from cxo_desktop.ui.tokens import Mode
from cxo_desktop.ui.window_actions import look_actions, place_actions, places, window_actions

KEYS = ("palette", "objects", "search", "back", "forward", "last")
KEYS += ("interview.new", "interview.end", "interview.read_back", "interview.consent")
KEYS += ("interview.pause", "interview.guide", "interview.cover", "map.notes", "brief.make")
KEYS += ("sync.now", "sync.rehearse", "sync.contested", "sync.twice", "sync.laptops")
KEYS += ("engagement.new", "engagement.sample")
KEYS += ("undo", "redo", "record.history", "record.remove", "lock", "backup.now", "backups")
KEYS += ("bin", "help", "keys", "quit")


def test_places_are_reached_by_alt_and_their_number():
    gone = []
    specs = place_actions(places(), gone.append)
    for spec in specs:
        spec.handler()
    assert gone[:7] == ["home", "capture", "people", "maps", "actions", "costs", "brief"]
    assert gone[7:] == ["records", "sync", "settings"]
    assert [spec.shortcut for spec in specs] == [f"Alt+{key}" for key in "1234567890"]


def test_each_action_calls_its_own_handler():
    done = []
    handlers = {key: lambda key=key: done.append(key) for key in KEYS}
    for spec in window_actions(handlers):
        spec.handler()
    assert done == list(KEYS)


def test_an_action_without_a_handler_is_a_fault():
    with pytest.raises(KeyError):
        window_actions({})


def test_looks():
    chosen = []
    specs = look_actions(chosen.append)
    for spec in specs:
        spec.handler()
    assert chosen == [None, Mode.LIGHT, Mode.DARK]
    assert all(icons.has_icon(spec.icon) for spec in specs)
