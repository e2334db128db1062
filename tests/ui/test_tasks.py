"""Slow work leaves the window free, can be stopped, and its failures arrive."""

from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import QObject

from cxo_desktop.ui.tasks import Task, TaskRunner


class Listener(QObject):
    """Notes what arrives, and whether on the window's thread."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def hear(self, *what):
        self.seen.append((*what, current_thread() is main_thread()))


@pytest.fixture
def runner(app):
    runner = TaskRunner()
    yield runner
    assert runner.shutdown()


@pytest.fixture
def listener(app):
    return Listener()


def test_the_work_is_done_elsewhere_and_its_result_arrives_here(qtbot, runner, listener):
    task = Task(lambda token, progress: current_thread() is main_thread())
    task.succeeded.connect(listener.hear)
    with qtbot.waitSignal(task.finished):
        runner.start(task)
    qtbot.waitUntil(lambda: bool(listener.seen))
    assert listener.seen == [(False, True)]
    qtbot.waitUntil(lambda: runner.idle)


def test_progress_arrives_in_order(qtbot, runner, listener):
    def work(token, progress):
        for share in (0.0, 0.5, 1.0):
            progress(share, f"step {share}")

    task = Task(work)
    task.progressed.connect(listener.hear)
    with qtbot.waitSignal(task.finished):
        runner.start(task)
    assert listener.seen == [(share, f"step {share}", True) for share in (0.0, 0.5, 1.0)]


def test_a_failure_is_handed_over(qtbot, runner):
    def work(token, progress):
        raise OSError("the share is gone")

    task = Task(work)
    with qtbot.waitSignal(task.failed) as failed:
        runner.start(task)
    assert str(failed.args[0]) == "the share is gone"


def test_a_task_stops_when_asked(qtbot, runner):
    def work(token, progress):
        while True:
            token.check()

    task = Task(work)
    with qtbot.waitSignals([task.cancelled, task.finished]):
        runner.start(task)
        task.cancel()


def test_shutting_down_stops_what_runs(qtbot, app):
    def work(token, progress):
        while True:
            token.check()

    runner = TaskRunner()
    runner.start(Task(work))
    assert runner.shutdown()


def test_objects_made_after_many_tasks_are_what_they_should_be(qtbot, runner):
    tasks = [Task(lambda token, progress: None) for _number in range(50)]
    for task in tasks:
        runner.start(task)
    qtbot.waitUntil(lambda: runner.idle)
    assert {type(QObject()) for _number in range(500)} == {QObject}
