"""Type half a line, kill the program one second after the last key, and look whether it is there.

    python benchmarks/kill_while_typing.py [TIMES]

Each time the real window runs in a process of its own, gets real key events, and dies by SIGKILL.
Prints how many of the lines were found on the disk, kept ones and half ones.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from cxo_desktop import assets
from cxo_desktop.app.drafts import draft_of
from cxo_desktop.app.interviews import notes_of
from cxo_desktop.compose import open_services
from cxo_desktop.store.keys import KdfCost

ROOT = Path(__file__).parents[1]
TIMES, PHRASE = 50, "a phrase"
TYPIST = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from cxo_desktop.compose import open_services
from cxo_desktop.ui.start import make_window
app = QApplication([])
window = make_window(app, open_services(Path(sys.argv[1]), sys.argv[2]))
window.show()
window.go_to("capture")
window.capture.show_interview("I07")
field = window.capture.view.composer.field
window.capture.view.composer.clear()
QTest.keyClicks(field, "! kept " + sys.argv[3])
QTest.keyClick(field, Qt.Key.Key_Return)
QTest.keyClicks(field, "half of line " + sys.argv[3] + " with forty more letters in it")
print("typed", flush=True)
app.exec()
"""


def main() -> None:
    """Do it as often as asked, and print the count."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    kept = half = 0
    with tempfile.TemporaryDirectory() as folder:
        services = open_services(Path(folder), PHRASE, KdfCost(1, 8, 1))
        services.workspace.import_file(assets.resource("samples/nandini.json"))
        for number in range(times):
            typed_and_killed(folder, number)
            again = open_services(Path(folder), PHRASE).workspace.open()
            kept += notes_of(again, "I07")[-1].text == f"kept {number}"
            draft = draft_of(again, "I07")
            half += bool(draft and draft.text == half_line(number))
            again.close()
    print(f"kept lines: {kept} of {times}; half lines: {half} of {times}")


def half_line(number: int) -> str:
    """Return what was typed and not kept."""
    return f"half of line {number} with forty more letters in it"


def typed_and_killed(folder: str, number: int) -> None:
    """Let a process type, and kill it a second later."""
    typist = subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", TYPIST, folder, PHRASE, str(number)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    if typist.stdout is None or typist.stdout.readline().strip() != "typed":
        raise RuntimeError("the window did not come up")
    time.sleep(1)
    typist.send_signal(signal.SIGKILL)
    typist.wait()
    typist.stdout.close()


if __name__ == "__main__":
    main()
