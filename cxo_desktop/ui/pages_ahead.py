"""Pages that nobody has asked for yet are made while nothing else goes on."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from cxo_desktop.app.tasks import CancelToken, Progress
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.page_makers import read_code
from cxo_desktop.ui.page_stack import PageStack
from cxo_desktop.ui.tasks import Task

_BETWEEN = 250


class PagesAhead(QObject):
    """One page at a time, so that no key waits; its code is read on another thread before."""

    def __init__(self, desk: Desk, pages: PageStack) -> None:
        super().__init__(pages)
        self._desk, self._pages = desk, pages
        self._code_is_read = False
        self._timer = QTimer(self)
        self._timer.setInterval(_BETWEEN)
        self._timer.timeout.connect(self.step)
        desk.opened.connect(self._timer.start)
        self._timer.start()

    def step(self) -> None:
        """Make the next page, unless something else goes on; stop when all are there."""
        if not self._desk.runner.idle:
            return
        if not self._code_is_read:
            self._code_is_read = True
            self._desk.runner.start(Task(_read))  # without a parent: the window may go meanwhile
        elif not self._pages.make_next():
            self._timer.stop()

    @property
    def done(self) -> bool:
        """Tell whether every page is there, or none can be while the workspace is locked."""
        return not self._timer.isActive()


def _read(_token: CancelToken, _progress: Progress) -> None:
    read_code()
