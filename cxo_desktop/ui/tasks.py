"""Run slow work off the window's thread and bring its outcome back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from cxo_desktop.app.memory import give_back
from cxo_desktop.app.tasks import CancelToken, Progress
from cxo_desktop.domain.errors import Cancelled

_QUIET = 1500
Work = Callable[[CancelToken, Progress], Any]


class Task(QObject):
    """One piece of slow work. Connect its signals, then hand it to a TaskRunner.

    Connect only to methods of QObjects: they are called on the thread of their object.
    """

    progressed = Signal(float, str)
    succeeded = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._token = CancelToken()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._token.cancel()

    def run(self) -> None:
        """Do the work, on a thread of the pool, and tell how it ended."""
        try:
            result = self._work(self._token, self.progressed.emit)
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:  # noqa: BLE001 - handed to the window, which shows it
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
        finally:
            self.finished.emit()


class TaskRunner(QObject):
    """Runs tasks on one pool and keeps each of them alive until it has finished.

    A while after the last one, the memory that they freed goes back to the system.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: list[Task] = []
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(lambda: self._pool.start(give_back))

    def start(self, task: Task) -> None:
        """Start a task whose signals are already connected."""
        self._running.append(task)
        task.finished.connect(self._forget)
        # Not QRunnable.create: its wrapper outlives what it wraps, and Shiboken then hands it
        # out for whatever is next made at that address.
        self._pool.start(task.run)

    @property
    def idle(self) -> bool:
        """Tell whether nothing runs and every outcome was handed over."""
        return not self._running

    def shutdown(self, milliseconds: int = 15_000) -> bool:
        """Ask everything to stop and wait for it; tell whether it did."""
        self._quiet.stop()
        for task in self._running:
            task.cancel()
        ended = self._pool.waitForDone(milliseconds)
        if ended:
            self._running.clear()
        return ended

    def _forget(self) -> None:
        task = self.sender()
        if isinstance(task, Task) and task in self._running:
            self._running.remove(task)
            self._quiet.start()
