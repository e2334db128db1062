"""A map is read and edited through the accessibility bus, as a screen reader does it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cxo_desktop.compose import open_services
from cxo_desktop.domain.processes import Step

HERE = Path(__file__).parent
PYTHON = "/usr/bin/python3"
TOOL = {name: shutil.which(name) or "" for name in ("Xvfb", "xdotool", "dbus-run-session", PYTHON)}
BINDING = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from cxo_desktop.compose import open_services
from cxo_desktop.ui.start import make_window
app = QApplication([])
window = make_window(app, open_services(Path(sys.argv[1]), sys.argv[2]))
window.show()
window.go_to("maps")
window.pages["maps"].open_map("PM1")
window.activateWindow()
window.pages["maps"].outline.setFocus()
print("window", int(window.winId()), flush=True)
app.exec()
"""


def missing():
    """Return what of the system is not there."""
    lacking = [tool for tool, path in TOOL.items() if not path]
    if not lacking and subprocess.run([PYTHON, "-c", BINDING], check=False).returncode:
        lacking.append("the binding of at-spi2-core")
    return ", ".join(lacking)


@pytest.mark.timeout(120)
def test_a_screen_reader_reads_a_map_and_gives_a_step_other_words(sample, tmp_path):
    if lacking := missing():
        pytest.skip(f"not installed: {lacking}")
    script = tmp_path / "window.py"
    script.write_text(WINDOW, encoding="utf-8")
    read, write = os.pipe()
    server = subprocess.Popen(
        [TOOL["Xvfb"], "-displayfd", str(write), "-screen", "0", "1400x800x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        display = f":{told.readline().strip()}"
    env = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONPATH": str(HERE.parents[1]),
    }
    window = [sys.executable, str(script), str(sample.workspace.path), "one two three"]
    reader = [PYTHON, str(HERE / "at_spi_reader.py"), *window]
    try:
        said = subprocess.run(
            [TOOL["dbus-run-session"], "--", *reader],
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        server.kill()
        server.wait()
    assert said.returncode == 0, said.stdout + said.stderr
    lines = said.stdout.splitlines()
    assert "Merge exports and sheets, 1 below it" in lines
    assert "to Load into database" in lines
    opened = open_services(sample.workspace.path, "one two three").workspace.open()
    labels = [step.label for step in opened.dossier().all(Step) if step.map == "PM1"]
    opened.close()
    assert "Merge once a month" in labels
    assert "Merge exports and sheets" not in labels
