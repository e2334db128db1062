"""Keys that mean something where a line is typed or chosen, for the sheet of all keys."""

from __future__ import annotations

from cxo_desktop.i18n import _
from cxo_desktop.ui.actions import key_text
from cxo_desktop.ui.line_choices import BY_ALT_DIGIT

KeyRow = tuple[str, tuple[str, ...]]


def line_keys() -> tuple[KeyRow, ...]:
    """Return what can be done with a line, each with its keys."""
    kinds = tuple(
        (_("Line: {kind}").format(kind=choice.look[2]), (key_text(f"Alt+{digit}"),))
        for digit, choice in BY_ALT_DIGIT.items()
    )
    acts = (
        (_("Any kind of line"), ("Alt+K", "Alt+0")),
        (_("Keep the line"), ("Return",)),
        (_("Keep the line, then the next question"), ("Ctrl+Return",)),
        (_("Name a person"), ("@", "F6")),
        (_("Name a tool"), ("+", "F7")),
        (_("Take the name that fits"), ("Tab",)),
        (_("Take its marks for words, at the start"), ("Backspace",)),
        (_("To the lines above, from an empty one"), ("Up",)),
        (_("Edit the line that is chosen"), ("Return",)),
        (_("Split it at the caret, while it is edited"), ("Alt+Return",)),
        (_("Merge it with the line above"), ("Backspace",)),
        (_("Move it up or down"), ("Alt+Up", "Alt+Down")),
        (_("Remove it"), ("Delete",)),
    )
    return kinds + tuple((words, tuple(map(key_text, keys))) for words, keys in acts)
