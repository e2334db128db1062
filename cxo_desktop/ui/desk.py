"""What every page works with: the workspace, the engagement that is open, and slow work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from cxo_desktop.app.aside import Aside
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.events import Changed
from cxo_desktop.app.removals import bring_back, remove_record
from cxo_desktop.app.workspace import EngagementCard
from cxo_desktop.compose import Services
from cxo_desktop.domain.errors import CxoError
from cxo_desktop.domain.records import Record
from cxo_desktop.ui.bridge import EventBridge
from cxo_desktop.ui.tasks import TaskRunner

T = TypeVar("T")


class Desk(QObject):
    """The one thing pages share.

    ``opened``: another engagement is open, or none. ``changed``: the open one has changed and the
    change is on the disk. ``unsaved``: a change was not taken. ``troubled``: a CxoError to show.
    ``listed``: other engagements are in use, or under other names. ``let_go``: nothing is open
    any more, as the workspace is locked.

    ``asked``: the key of an action that belongs to the window. ``said``: words to show for a
    moment, and what takes back what they tell, or None. ``record_asked``: a record to go to, as
    ``table:code``; ``history_asked``: one whose earlier states somebody wants to see.
    ``spoken``: a language was chosen; the window is to speak it from now on.
    ``interview_asked``: the code of a person to begin an interview with, "" for nobody yet.
    ``tray_asked``: an interview whose notes are to be placed on a map, and one of them or "".
    """

    opened = Signal()
    changed = Signal(Changed)
    troubled = Signal(CxoError)
    unsaved = Signal()
    asked = Signal(str)
    said = Signal(str, object)
    history_asked = Signal(Record)
    record_asked = Signal(str)
    interview_asked = Signal(str)
    tray_asked = Signal(str, str)
    let_go = Signal()
    spoken = Signal(str)
    listed = Signal()

    def __init__(self, services: Services, wanted: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = services.workspace
        self.settings = services.settings
        self.runner = TaskRunner(self)
        self.aside = Aside(services.workspace.vault)
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
        last = [card for card in cards if card.folder.name == self.settings.now.engagement]
        if self._wanted:
            self.open(self._wanted)
        elif cards:
            self._replace(self.workspace.open_card((last or cards)[-1]))

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

    def did(self, work: Callable[[], object]) -> bool:
        """Change something, as `write` does; tell whether it was taken."""
        return self.write(lambda: (work(),)) is not None

    def remove(self, record: Record, words: str) -> None:
        """Put a record and what it made into the bin unasked; say so, with undo beside it."""
        engagement = self.engagement
        gone = self.write(lambda: remove_record(engagement, record)) if engagement else None
        if engagement is not None and gone is not None:
            self.said.emit(words, lambda: self.write(lambda: bring_back(engagement, gone)))

    def lock(self) -> None:
        """Let go of the engagement and forget the key of the workspace."""
        self.leave()
        self.workspace.vault.lock()
        self.let_go.emit()

    def leave(self) -> None:
        """Stop slow work and close the engagement that is open, if any."""
        self.runner.shutdown()
        if self.engagement is not None:
            self._wanted = self.engagement.code
            self.engagement.close()
            self.engagement = None

    def close(self) -> None:
        """Stop slow work, let go of the files."""
        self.leave()
        self._bridge.close()

    def _replace(self, engagement: OpenEngagement) -> None:
        old, self.engagement = self.engagement, engagement
        folder = engagement.store.place[0].parent.name
        self.attempt(lambda: self.settings.change(engagement=folder))
        if old is not None:
            old.close()
        self.opened.emit()

    def _on_changed(self, changed: Changed) -> None:
        if self.engagement is not None and changed.engagement == self.engagement.code:
            self.changed.emit(changed)


def speak(desk: Desk, language: str) -> None:
    """Keep a language as the chosen one, and ask for a window that speaks it."""
    if language != desk.settings.now.language:
        desk.attempt(lambda: desk.settings.change(language=language))
        desk.spoken.emit(language)
