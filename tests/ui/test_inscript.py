"""With only the Hindi INSCRIPT layout active, a whole interview goes by keys.

A real X server without a screen, the real window, and key presses by their places on the
keyboard: letters come out in Devanagari, and Ctrl with a letter does not fire.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cxo_desktop.app.interviews import notes_of
from cxo_desktop.compose import open_services
from cxo_desktop.domain.enums import ConsentScope, InterviewStatus, NoteKind
from cxo_desktop.domain.interviews import Consent, Interview

ROOT = Path(__file__).parents[2]
NEEDED = ("Xvfb", "xdotool", "setxkbmap")
TOOL = {name: shutil.which(name) or "" for name in NEEDED}
MISSING = [name for name, path in TOOL.items() if not path]
CONTROL, ALT = 37, 64
PLACES = {
    "1": 10, "2": 11, "3": 12, "0": 19, "k": 45, "f": 41, "j": 44, "space": 65, "enter": 36,
    "escape": 9, "down": 116, "F2": 68, "F4": 70, "F7": 73, "F8": 74, "F9": 75,
}  # fmt: skip
PAUSE = 0.25

TALK = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from cxo_desktop.compose import open_services
from cxo_desktop.ui.start import make_window
app = QApplication([])
window = make_window(app, open_services(Path(sys.argv[1]), sys.argv[2]))
window.show()
window.activateWindow()
for key, action in (window.actions_by_key | window.capture.actions_by_key).items():
    action.triggered.connect(lambda _c=False, key=key: print("did", key, flush=True))
print("window", int(window.winId()), flush=True)
app.exec()
"""

pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
    pytest.mark.timeout(180),
]


@pytest.fixture
def display():
    """An X server with the Hindi INSCRIPT layout alone; yields its environment."""
    read, write = os.pipe()
    server = subprocess.Popen(
        [
            TOOL["Xvfb"],
            "-displayfd",
            str(write),
            "-screen",
            "0",
            "1400x800x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    env = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    try:
        subprocess.run([TOOL["setxkbmap"], "in", "-variant", "deva"], env=env, check=True)
        yield env
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


@pytest.fixture
def talk(display, sample, tmp_path):
    """The window, in a process of its own, with the focus."""
    script = tmp_path / "talk.py"
    script.write_text(TALK, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, str(script), str(sample.workspace.path), "one two three"],
        env={**display, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        window = process.stdout.readline().split()[1]
        time.sleep(1)
        subprocess.run([TOOL["xdotool"], "windowfocus", window], env=display, check=True)
        time.sleep(0.5)
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def press(env, *names):
    codes = [str(PLACES.get(name, name)) for name in names]
    for code in codes:
        subprocess.run([TOOL["xdotool"], "keydown", code], env=env, check=True)
    for code in reversed(codes):
        subprocess.run([TOOL["xdotool"], "keyup", code], env=env, check=True)
    time.sleep(PAUSE)


def type_line(env):
    for name in ("k", "f", "space", "j"):
        press(env, name)
    press(env, "enter")


def test_a_whole_interview(display, talk, sample):
    press(display, CONTROL, "F2")
    press(display, "enter")
    press(display, "2")
    press(display, "enter")
    time.sleep(0.5)
    type_line(display)
    press(display, ALT, "2")
    press(display, ALT, "3")
    press(display, CONTROL, "down")
    press(display, "F7")
    press(display, "escape")
    type_line(display)
    press(display, ALT, "0")
    press(display, "2")
    type_line(display)
    press(display, "F8")
    press(display, "F8")
    press(display, "F4")
    press(display, "escape")
    press(display, "F9")
    press(display, "enter")
    time.sleep(0.5)
    talk.kill()
    did = [line.split()[1] for line in talk.stdout if line.startswith("did ")]
    assert {"interview.new", "capture.next", "interview.read_back", "interview.end"} <= set(did)
    assert did.count("interview.cover") == 2
    again = open_services(sample.workspace.path, "one two three").workspace.open()
    try:
        interview = max(again.find(Interview), key=lambda it: it.id)
        consent = again.find(Consent, interview=interview.code)[0]
        first, second, third = notes_of(again, interview.code)
    finally:
        again.close()
    assert interview.status is InterviewStatus.DONE
    assert consent.scopes == (ConsentScope.NOTES, ConsentScope.QUOTE_ANONYMOUS)
    assert (first.kind, first.verbatim) == (NoteKind.PAIN_POINT, True)
    assert first.text == "कि र"
    assert first.guide_question != second.guide_question
    assert second.text.startswith("+")
    assert third.text
