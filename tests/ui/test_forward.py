"""A second start brings the first window forward, and ends with a word of why."""

import os
import subprocess
import sys
from pathlib import Path

from cxo_desktop.app.arrival import arrive
from cxo_desktop.ui.forward import ComeForward

ROOT = Path(__file__).parents[2]


def test_a_second_start_raises_the_first_window_and_says_who_holds_it(window, sample, qtbot):
    folder = sample.workspace.path
    arrive(folder, sample.window_lock)
    watch = ComeForward(sample.window_lock, str(folder), window)
    window.showMinimized()
    assert window.isMinimized()
    second = subprocess.run(
        [sys.executable, "-m", "cxo_desktop", "--workspace", str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )
    assert second.returncode == 5
    assert "The workspace is open already." in second.stderr
    assert f"process {os.getpid()}" in second.stderr
    assert "Traceback" not in second.stderr
    qtbot.waitUntil(lambda: not window.isMinimized(), timeout=10_000)
    watch.deleteLater()
    sample.window_lock.release()


def test_another_file_in_the_folder_raises_nothing(window, sample, qtbot):
    folder = sample.workspace.path
    watch = ComeForward(sample.window_lock, str(folder), window)
    window.showMinimized()
    (folder / "something").touch()
    qtbot.wait(100)
    assert window.isMinimized()
    watch.deleteLater()
