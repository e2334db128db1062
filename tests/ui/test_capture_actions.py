"""What can be done in an interview has a key that works with every layout."""

from PySide6.QtGui import QKeySequence

from cxo_desktop.ui import icons
from cxo_desktop.ui.capture_actions import capture_actions
from cxo_desktop.ui.window_actions import window_actions


class Nothing(dict):
    def __missing__(self, _key):
        return lambda: None


def fires_everywhere(keys):
    """Tell whether no letter is in it: INSCRIPT writes Devanagari where letters are."""
    last = QKeySequence(keys).toString().rsplit("+", 1)[-1]
    return len(last) > 1 or last.isdigit()


def test_every_key_has_a_twin_without_letters():
    for spec in capture_actions(Nothing()):
        keys = [keys for keys in (spec.shortcut, spec.twin) if keys]
        assert not keys or any(fires_everywhere(it) for it in keys), spec.key
        assert icons.has_icon(spec.icon)


def test_no_key_means_two_things():
    specs = (*capture_actions(Nothing()), *window_actions(Nothing()))
    keys = [keys for spec in specs for keys in (spec.shortcut, spec.twin) if keys]
    assert len(keys) == len(set(keys))
