"""Backups that come by themselves, space that runs out, and saving when it is there again."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from cxo_desktop.app.backups import backup_now, due
from cxo_desktop.app.space import set_reserve_aside, space_state
from cxo_desktop.app.tasks import CancelToken, Progress
from cxo_desktop.domain.errors import CxoError, DiskFull
from cxo_desktop.i18n import _
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.page_stack import PageStack
from cxo_desktop.ui.tasks import Task

_USUALLY, _WAITING = 60_000, 5_000
_MEGABYTE = 1024 * 1024


class Keeping(QObject):
    """``space_told``: words about the space that is left, "" when there is enough."""

    space_told = Signal(str)

    def __init__(self, desk: Desk, pages: PageStack) -> None:
        super().__init__(pages)
        self._desk = desk
        self._pages = pages
        self._full = False
        self._timer = QTimer(self)
        self._timer.setInterval(_USUALLY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        desk.opened.connect(self.look)
        desk.troubled.connect(self._note_full)

    def look(self) -> None:
        """Tell how much space is left, save what had to wait, make a backup if it is time."""
        state = space_state(self._desk.workspace)
        self.space_told.emit(low_words(state.left) if state.low else "")
        if self._full:
            self._try_again()
        engagement = self._desk.engagement
        if engagement is not None and due(engagement, datetime.now(UTC)):
            self.back_up()

    def back_up(self, *, aloud: bool = False) -> None:
        """Make a backup on another thread; ``aloud`` also says when it is there."""
        engagement = self._desk.engagement
        if engagement is None or engagement.read_only:
            return
        handed = [engagement]  # the task stays until the window closes, the engagement must not

        def work(_token: CancelToken, _progress: Progress) -> str:
            backup_now(handed.pop())
            return _("There is a fresh backup.") if aloud else ""

        task = Task(work, self)
        task.succeeded.connect(self._made)
        task.failed.connect(self._failed)
        self._desk.runner.start(task)

    def set_reserve_aside(self) -> None:
        """Set space aside, on another thread, that a full disk gives up."""
        workspace = self._desk.workspace

        def work(_token: CancelToken, _progress: Progress) -> bool:
            return set_reserve_aside(workspace)

        self._desk.runner.start(Task(work, self))

    def _try_again(self) -> None:
        try:
            self._pages.before_lock()
        except CxoError:
            return
        self._full = False
        self._timer.setInterval(_USUALLY)
        self._desk.said.emit(_("There is space again, and what you typed is saved."), None)

    def _note_full(self, error: CxoError) -> None:
        if isinstance(error, DiskFull):
            self._full = True
            self._timer.setInterval(_WAITING)

    def _made(self, words: object) -> None:
        if words:
            self._desk.said.emit(str(words), None)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, CxoError):
            raise error
        self._desk.troubled.emit(error)


def low_words(left: int) -> str:
    """Return the warning about the bytes that are left."""
    return _(
        "Only {mb} MB are left on this disk. Free some space, so that all you type can be kept."
    ).format(mb=left // _MEGABYTE)
