"""Starting: the arguments, the passphrase of the environment, and a light start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cxo_desktop.app.arrival import arrive
from cxo_desktop.i18n import use_language
from cxo_desktop.ui.gate import Gate
from cxo_desktop.ui.start import Windows, unlock_unasked

ROOT = Path(__file__).parents[2]
HEAVY = ("networkx", "reportlab", "wasmtime", "uharfbuzz", "rich")


def python(*arguments, **environment):
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )


def test_help_explains_the_arguments():
    done = python("-m", "cxo_desktop", "--help")
    assert done.returncode == 0
    assert "--workspace DIR" in done.stdout
    assert "--engagement CODE" in done.stdout


def test_a_wrong_argument_is_refused():
    assert python("-m", "cxo_desktop", "--no-such-thing").returncode == 2


def test_the_window_pulls_in_nothing_heavy(tmp_path):
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from cxo_desktop.compose import open_services\n"
        "from cxo_desktop.ui.start import make_window\n"
        "app = QApplication([])\n"
        "window = make_window(app, open_services(Path(sys.argv[1])))\n"
        "window.show()\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    done = python("-c", script, str(tmp_path))
    assert done.stdout.strip() == "[]", done.stderr


def test_the_passphrase_of_the_environment_opens(sample, open_window, monkeypatch, qtbot):
    sample.workspace.vault.lock()
    monkeypatch.setenv("CXO_PASSPHRASE", "one two three")
    unlock_unasked(sample)
    window = open_window(sample)
    assert window.desk.engagement is not None
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)


@pytest.mark.parametrize("phrase", ["", "wrong"])
def test_without_the_right_one_the_window_asks(sample, open_window, monkeypatch, phrase):
    sample.workspace.vault.lock()
    monkeypatch.setenv("CXO_PASSPHRASE", phrase)
    unlock_unasked(sample)
    window = open_window(sample)
    assert window.findChild(Gate).isVisible()


def test_an_engagement_that_is_not_there_is_told(sample, open_window):
    window = open_window(sample, "ENG-NONE")
    assert window.desk.engagement is None
    assert window.notice.isVisible()


@pytest.fixture
def windows(app, sample):
    arrival = arrive(sample.workspace.path, sample.window_lock)
    opened = Windows(app, sample, arrival)
    hook = sys.excepthook
    yield opened
    sys.excepthook = hook
    use_language("en")
    opened.window.close()
    opened.window.deleteLater()
    sample.window_lock.release()


def test_a_language_is_spoken_at_once_and_kept(windows, sample, qtbot):
    windows.open()
    before = windows.window
    before.parts.routes.show_section("look")
    section = before.pages["settings"].sections["look"]
    section.language.setCurrentIndex(section.language.findData("hi"))
    section.language.activated.emit(section.language.currentIndex())
    qtbot.waitUntil(lambda: windows.window is not before)
    assert windows.window.stack.key == "settings"
    assert windows.window.desk.engagement is not None
    assert windows.window.actions_by_key["lock"].text() == "अभी ताला लगाएँ"
    assert sample.settings.now.language == "hi"
    assert not before.isVisible()


def test_at_the_first_start_the_language_is_chosen_before_all(windows, sample, qtbot):
    sample.workspace.vault.lock()
    windows.open()
    before = windows.window
    gate = before.findChild(Gate)
    assert gate.language.itemText(1) == "हिन्दी"
    gate.language.setCurrentIndex(1)
    gate.language.activated.emit(1)
    qtbot.waitUntil(lambda: windows.window is not before)
    assert windows.window.findChild(Gate).enter.text() == "खोलें"
