"""The desktop's own lock and sleep are heard over the bus, where there is one."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = """
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from cxo_desktop.ui.sleep_watch import SleepWatch
app = QCoreApplication([])
heard = []
watch = SleepWatch()
watch.leaving.connect(lambda: (print("leaving"), app.quit()))
def send(active):
    message = QDBusMessage.createSignal(
        "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged")
    message.setArguments([active])
    QDBusConnection.sessionBus().send(message)
QTimer.singleShot(50, lambda: send(False))
QTimer.singleShot(300, lambda: (print("now"), send(True)))
QTimer.singleShot(8000, app.quit)
app.exec()
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no bus on this machine")
def test_the_screen_is_locked():
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", SCRIPT],  # noqa: S607 - of the machine
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )
    assert done.stdout.split() == ["now", "leaving"], done.stderr


def test_without_a_bus_nothing_happens(app):
    from cxo_desktop.ui.sleep_watch import SleepWatch

    watch = SleepWatch()
    left = []
    watch.leaving.connect(lambda: left.append(True))
    watch.on_left(False)
    assert left == []
    watch.on_left(True)
    assert left == [True]
