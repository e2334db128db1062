"""When the window exchanges with the share by itself."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from cxo_desktop.app import joins, sharing
from cxo_desktop.app.share_places import is_address
from cxo_desktop.app.share_rule import Clock, Past, due
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.share_work import ShareWork

LOOK_EVERY = 5_000


class ShareTimer(QObject):
    """Looks every five seconds, while there is a share, whether an exchange is due.

    Never while the workspace is locked, and not where somebody chose that it comes only when
    asked. ``on_battery`` is asked each time; ``steady`` is a clock that never goes back.
    """

    def __init__(
        self,
        desk: Desk,
        work: ShareWork,
        *,
        on_battery: Callable[[], bool] = sharing.on_battery,
        steady: Clock = time.monotonic,
    ) -> None:
        super().__init__(work)
        self._desk, self._work = desk, work
        self._on_battery, self._steady = on_battery, steady
        self._past, self._soon = Past(), False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        desk.opened.connect(self._begin_anew)
        desk.let_go.connect(self._timer.stop)
        desk.changed.connect(lambda _changed: self._note_change())
        work.told.connect(self._tick)
        work.ended.connect(self._note_end)
        work.wanted_soon.connect(self._note_wish)

    def look(self) -> None:
        """Exchange if it is due."""
        if self._work.busy or not self._wanted() or self._desk.settings.now.exchange:
            return
        status = self._work.now.status
        remote = status is not None and is_address(status.place)
        if due(self._steady(), self._past, on_battery=self._on_battery(), remote=remote):
            self._work.exchange()

    def _wanted(self) -> bool:
        """Tell whether there is a share to look for."""
        if self._desk.workspace.vault.locked:
            return False
        status = self._work.now.status
        engagement = self._desk.engagement
        writable = engagement is not None and not engagement.read_only
        shared = status is not None and not status.left and writable
        return shared or bool(joins.asked_for(self._desk.workspace))

    def _tick(self) -> None:
        wanted = self._wanted()
        if wanted and not self._timer.isActive():
            self._timer.start()
        elif not wanted:
            self._timer.stop()

    def _begin_anew(self) -> None:
        """Let the next look exchange, as after a start."""
        self._past = Past()

    def _note_wish(self) -> None:
        self._soon = True

    def _note_change(self) -> None:
        self._past = replace(self._past, changed=self._steady())

    def _note_end(self, reached: bool) -> None:  # noqa: FBT001 - the form of the signal
        failures = 0 if reached else self._past.failures + 1
        self._past = replace(self._past, tried=self._steady(), failures=failures)
        if self._soon:
            self._soon = False
            self._begin_anew()
            QTimer.singleShot(0, self, self.look)
