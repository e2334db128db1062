"""The share as the window knows it: exchanges that come by themselves, and those asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from cxo_desktop.app import sharing, syncing
from cxo_desktop.app.apart import apart
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.share_rule import Clock, considerate
from cxo_desktop.app.share_servers import UnknownServer, confirmed
from cxo_desktop.app.sharing import Request, ShareStatus
from cxo_desktop.app.syncing import ShareUnreachable, Synced
from cxo_desktop.app.tasks import CancelToken, Progress
from cxo_desktop.domain.errors import CxoError, Locked, NotFound
from cxo_desktop.i18n import _
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.tasks import Task

Work = Callable[[OpenEngagement, CancelToken, Progress], Any]
Then = Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class ShareNow:
    """How the share stands now.

    ``status`` is None for an engagement that is on this laptop only; ``doing`` are words while
    something is done; ``away`` why the share was not reached, or "" when it was; ``seen`` when it
    was reached last; ``asking`` are the laptops that ask to be admitted.
    """

    status: ShareStatus | None = None
    doing: str = ""
    away: str = ""
    seen: datetime | None = None
    asking: tuple[Request, ...] = ()


class ShareWork(QObject):
    """``told`` when how the share stands has changed; ``progressed`` with words during work.

    ``ended`` tells after each work whether the share was reached, ``wanted_soon`` during one that
    an exchange should follow, ``unknown_server`` the host and key of a server that is to be trusted
    first. All work is done on another thread, over a connection of its own.
    ``last_key`` is when somebody typed last, on the clock that never goes back.
    """

    told = Signal()
    progressed = Signal(float, str)
    ended = Signal(bool)
    wanted_soon = Signal()
    unknown_server = Signal(str, str)

    def __init__(self, desk: Desk, last_key: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._last_key = desk, last_key
        self.now = ShareNow()
        self._task: Task | None = None
        self._then: Then = _nothing
        self._trusted: set[str] = set()
        self._complained: set[str] = set()
        self._again: Callable[[], object] = lambda: None
        desk.opened.connect(self._on_opened)
        desk.changed.connect(lambda _changed: self.ask_status())
        desk.let_go.connect(self._on_let_go)

    @property
    def busy(self) -> bool:
        """Tell whether something is being done."""
        return self._task is not None

    def exchange(self, place: str = "") -> None:
        """Exchange with the share, which lies in another ``place`` from now on where one is given.

        So are what this laptop asked to join and nobody has answered yet.
        """
        workspace, shared = self._desk.workspace, self.now.status is not None

        def work(engagement: OpenEngagement | None, token: CancelToken, progress: Progress) -> Any:
            gently = considerate(progress, token, self._last_key)
            joined = syncing.sync_joining(workspace, gently)
            if engagement is None or not (shared or place):
                return joined, None
            where = self.known(place) if place else ""
            return joined, syncing.sync(engagement, where, gently, token, beside=True)

        self.begin(_("Exchanging"), work, self._exchanged)

    def known(self, place: str) -> str:
        """Return a place as it is to be used, its server being known; for work apart.

        Raises UnknownServer for one that nobody has confirmed.
        """
        return confirmed(place, lambda _host, key: key in self._trusted)

    def trust(self, key: str) -> None:
        """Trust the server with this key, and do again what met it."""
        self._trusted.add(key)
        self._again()

    def begin(self, doing: str, work: Callable[..., Any], then: Then) -> bool:
        """Do some work apart, then show its outcome; one thing at a time. Tell if it began.

        ``work`` gets the engagement, None where none is open, a token and a progress.
        """
        if self.busy or self._desk.workspace.vault.locked:
            return False
        engagement, workspace = self._desk.engagement, self._desk.workspace
        folder = engagement.store.place[0].parent if engagement else None

        def task(token: CancelToken, progress: Progress) -> Any:
            if folder is None:
                return work(None, token, progress)
            return apart(workspace, folder, lambda opened: work(opened, token, progress))

        self._then, self._again = then, partial(self.begin, doing, work, then)
        self._task = Task(task, self)
        self._task.progressed.connect(self.progressed)
        self._task.succeeded.connect(self._succeeded)
        self._task.failed.connect(self._failed)
        self._task.finished.connect(self._finished)
        self.now = replace(self.now, doing=doing)
        self.told.emit()
        self._desk.runner.start(self._task)
        return True

    def cancel(self) -> None:
        """Stop what is being done at its next step; whatever was done until then stays done."""
        if self._task is not None:
            self._task.cancel()

    def ask_status(self) -> None:
        """Ask again how the share stands, without going there, and tell."""
        engagement = self._desk.engagement
        status = None
        if engagement is not None:
            try:
                status = sharing.status(engagement)
            except NotFound:
                status = None
        self.now = replace(self.now, status=status)
        self.told.emit()

    def _exchanged(self, outcome: Any) -> None:
        (arrived, errors), done = outcome
        if done is not None:
            self._note(done)
        for error in errors:
            if str(error) not in self._complained:
                self._complained.add(str(error))  # once, not each minute
                self._desk.troubled.emit(error)
        for code in arrived:
            self._desk.said.emit(_("A shared engagement has arrived."), None)
            if self._desk.engagement is None:
                self._desk.attempt(partial(self._desk.open, code))
        if arrived:
            self._desk.listed.emit()

    def _note(self, synced: Synced) -> None:
        self.now = replace(self.now, away="", seen=datetime.now(UTC), asking=synced.done.asking)
        engagement = self._desk.engagement
        if engagement is not None and synced.done.tables:
            engagement.tell(*synced.done.tables)

    def _succeeded(self, outcome: Any) -> None:
        self._then(outcome)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UnknownServer):
            self.unknown_server.emit(error.host, error.fingerprint)
        elif isinstance(error, ShareUnreachable):
            self.now = replace(self.now, away=f"{error.why} {error.remedy}")
        elif isinstance(error, Locked):
            return  # another window writes: the next exchange will do
        elif isinstance(error, CxoError):
            self._desk.troubled.emit(error)
        else:
            raise error

    def _finished(self) -> None:
        self._task = None
        self.now = replace(self.now, doing="")
        self.progressed.emit(0.0, "")
        self.ask_status()
        self.ended.emit(not self.now.away)

    def _on_opened(self) -> None:
        self.now = ShareNow()
        self.ask_status()
        if self.now.status is not None:
            self.now = replace(self.now, seen=self.now.status.seen)

    def _on_let_go(self) -> None:
        self.now = ShareNow()
        self.told.emit()


def _nothing(_outcome: Any) -> None:
    """Show nothing."""
