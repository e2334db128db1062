"""Hear from the desktop that the laptop goes to sleep or its screen is locked, where it tells."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_SLEEP = (("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep"),)
_SCREEN = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged"),
)


class SleepWatch(QObject):
    """``leaving`` when the laptop is about to sleep, or somebody has locked the screen."""

    leaving = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if sys.platform != "linux":
            return
        from PySide6.QtDBus import QDBusConnection

        slot: Any = SLOT("on_left(bool)")  # the binding takes text, whatever its stubs say

        for bus, signals in (
            (QDBusConnection.systemBus(), _SLEEP),
            (QDBusConnection.sessionBus(), _SCREEN),
        ):
            if bus.isConnected():
                for path, interface, name in signals:
                    bus.connect("", path, interface, name, self, slot)

    @Slot(bool)
    def on_left(self, away: bool) -> None:  # noqa: FBT001 - the form of the signal on the bus
        """Pass on that the person goes away; not that they come back."""
        if away:
            self.leaving.emit()
