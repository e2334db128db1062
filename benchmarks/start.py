"""From the start of the process to a window with the sample, and what each page adds in memory.

``python benchmarks/start.py [TIMES]`` prints medians of processes of their own: milliseconds and
processor time from the start of the interpreter to the first picture of the window, unlocking
included, and to the first figures of Home; then MB resident after each page was visited in turn.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from cxo_desktop import assets
from cxo_desktop.compose import open_services
from cxo_desktop.ui import start

PAGES = (
    "capture",
    "people",
    "actions",
    "costs",
    "records",
    "settings",
    "search",
    "brief",
    "maps",
    "home",
)
_TICK = 5
_SETTLED = 2.5  # seconds, in which the program gives memory back


def resident() -> float:
    """Return the megabytes that this process has in memory."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6


class Eye(QObject):
    """Notes when the window is painted first."""

    def __init__(self, window: QObject, began: float, told: dict[str, float]) -> None:
        super().__init__(window)
        self._began, self._told = began, told

    def eventFilter(self, _seen: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and "shown" not in self._told:
            self._told["shown"] = 1000 * (time.time() - self._began)
            self._told["processor time"] = 1000 * time.process_time()
            self._told["MB shown"] = resident()
        return False


class Visit(QObject):
    """Goes from page to page, each when the last has come to rest."""

    def __init__(self, window: start.MainWindow, began: float, told: dict[str, float]) -> None:
        super().__init__(window)
        self._window, self._began, self._told = window, began, told
        self._left, self._since, self._name = list(PAGES), time.monotonic(), "home, first"
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_TICK)

    def _look(self) -> None:
        now = time.monotonic()
        if not self._window.desk.runner.idle:
            self._since = now
            return
        self._told.setdefault("drawn", 1000 * (time.time() - self._began))
        if now - self._since < _SETTLED:
            return
        self._told[f"MB {self._name}"] = resident()
        if not self._left:
            self._timer.stop()
            QCoreApplication.quit()
            return
        self._name = self._left.pop(0)
        self._window.go_to(self._name)
        self._since = now


def child(workspace: str, began: float) -> None:
    """Start as the program does, and print what was measured on the way as JSON."""
    told: dict[str, float] = {}
    made = start.make_window

    def watched(*rest: Any, **named: Any) -> start.MainWindow:
        window = made(*rest, **named)
        window.centralWidget().installEventFilter(Eye(window, began, told))
        Visit(window, began, told)
        return window

    start.make_window = watched
    start.run(["--workspace", workspace])
    print(json.dumps(told))


def main() -> None:
    """Make the sample, start the program several times, print the medians."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "workspace"
        services = open_services(workspace, "a phrase", settings=Path(folder) / "s.json")
        services.workspace.import_file(assets.resource("samples/nandini.json"))
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "CXO_PASSPHRASE": "a phrase",
            "XDG_CONFIG_HOME": folder,
        }
        seen = []
        for _turn in range(times):
            began = time.time()
            done = subprocess.run(  # noqa: S603 - this file, by the interpreter that runs it
                [sys.executable, __file__, "child", str(workspace), str(began)],
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                check=True,
            )
            seen.append(json.loads(done.stdout))
        for name in seen[0]:
            unit = "MB" if name.startswith("MB") else "ms"
            figure = median(one[name] for one in seen)
            print(f"{name.removeprefix('MB '):14s} {figure:7.0f} {unit}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["child"]:
        child(sys.argv[2], float(sys.argv[3]))
    else:
        main()
