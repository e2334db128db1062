"""What can be done in an interview, with its key and the twin that every layout has."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cxo_desktop.i18n import _
from cxo_desktop.ui.actions import ActionSpec


def capture_actions(handlers: Mapping[str, Callable[[], object]]) -> tuple[ActionSpec, ...]:
    """Return the actions of an interview; ``handlers`` by their key."""
    table = (
        ("capture.next", _("Next question"), "chevron-right", "Ctrl+Down", "Alt+PgDown"),
        ("capture.previous", _("Question before"), "chevron-right", "Ctrl+Up", "Alt+PgUp"),
        (
            "capture.later",
            _("Next line to ask later"),
            "circle-question-mark",
            "Ctrl+J",
            "Shift+F6",
        ),
        ("who", _("Said by the next one who takes part"), "users", "Alt+S", "Shift+F8"),
    )
    return tuple(
        ActionSpec(key, text, icon, handlers[key], keys, twin)
        for key, text, icon, keys, twin in table
    )
