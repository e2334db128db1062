"""What every page works with: the workspace, the engagement that is open, and slow work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.events import Changed
from cxo_desktop.app.workspace import EngagementCard
from cxo_desktop.compose import Services
from cxo_desktop.domain.errors import CxoError
from cxo_desktop.ui.bridge import EventBridge
from cxo_desktop.ui.tasks import TaskRunner

T = TypeVar("T")


class Desk(QObject):
    """The one thing pages share.

    ``opened``: another engagement is open, or none. ``changed``: the open one has changed and the
    change is on the disk. ``unsaved``: a change was not taken. ``troubled``: a CxoError to show.
    ``asked``: the key of an action that belongs to the window.
    """

    opened = Signal()
    changed = Signal(Changed)
    troubled = Signal(CxoError)
    unsaved = Signal()
    asked = Signal(str)

    def __init__(self, services: Services, wanted: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = services.workspace
        self.runner = TaskRunner(self)
        self._wanted = wanted
        self.engagement: OpenEngagement | None = None
        self._bridge = EventBridge(services.events, self)
        self._bridge.changed.connect(self._on_changed)

    def open(self, code: str) -> None:
        """Open an engagement in place of the one that is open. Raises CxoError."""
        self._replace(self.workspace.open(code))

    def engagements(self) -> tuple[EngagementCard, ...]:
        """Return the engagements of the workspace; none while it is locked."""
        return () if self.workspace.vault.locked else self.workspace.engagements()

    @property
    def open_now(self) -> tuple[str, str]:
        """Return the organisation and the stage of the open engagement; "" for what is not."""
        if self.engagement is None:
            return "", ""
        stage = self.engagement.dossier().engagement.stage or ""
        return self.engagement.organisation, stage.replace("_", " ").capitalize()

    def open_wanted(self) -> None:
        """Open the engagement asked for at the start, else the newest, if any. Raises CxoError."""
        cards = self.engagements()
        if self._wanted or cards:
            self.open(self._wanted or cards[-1].code)

    def create(self, organisation: str) -> None:
        """Make a new engagement and open it. Raises CxoError."""
        self._replace(self.workspace.create(organisation))

    def attempt(self, work: Callable[[], T]) -> T | None:
        """Do something that may be refused; show why when it is, and return None."""
        try:
            return work()
        except CxoError as error:
            self.troubled.emit(error)
            return None

    def write(self, work: Callable[[], T]) -> T | None:
        """Change something; when it is refused, say why and that it is not saved."""
        try:
            return work()
        except CxoError as error:
            self.unsaved.emit()
            self.troubled.emit(error)
            return None

    def close(self) -> None:
        """Stop slow work, let go of the files."""
        self.runner.shutdown()
        self._bridge.close()
        if self.engagement is not None:
            self.engagement.close()
            self.engagement = None

    def _replace(self, engagement: OpenEngagement) -> None:
        old, self.engagement = self.engagement, engagement
        if old is not None:
            old.close()
        self.opened.emit()

    def _on_changed(self, changed: Changed) -> None:
        if self.engagement is not None and changed.engagement == self.engagement.code:
            self.changed.emit(changed)
