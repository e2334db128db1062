"""What can be done in the window, as data: menu, palette and shortcut come from one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing a person can do. ``shortcut`` is in Qt's portable notation or "".

    ``twin`` is a second key without a letter: with only a Devanagari layout active, keys with
    letters do not fire.
    """

    key: str
    text: str
    icon: str
    handler: Callable[[], object]
    shortcut: str = ""
    twin: str = ""


def install(specs: tuple[ActionSpec, ...], owner: QWidget) -> dict[str, QAction]:
    """Make a QAction of each spec, alive with its shortcut wherever ``owner`` has the focus."""
    made = {spec.key: _action(spec, owner) for spec in specs}
    owner.addActions(list(made.values()))
    return made


def key_text(shortcut: str) -> str:
    """Return a shortcut as it is written on the keys of this system."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def _action(spec: ActionSpec, owner: QWidget) -> QAction:
    action = QAction(spec.text, owner)
    action.setObjectName(spec.key)
    keys = [QKeySequence(key) for key in (spec.shortcut, spec.twin) if key]
    action.setShortcuts(keys)
    action.triggered.connect(lambda _checked=False: spec.handler())
    return action
