"""How long the window is deaf: each page, section and dialog opened, with the longest gap told.

``python benchmarks/event_loop.py [NOTES] [--idle]`` fills the sample up with NOTES further notes
(0 unless told), opens everything in turn, and prints for each the longest time between two turns
of the event loop: milliseconds on the clock, and of them processor time of the window's thread,
which other programs do not lengthen. Where that is more than 100 ms the place in the code that
most samples hit is named. ``--idle`` also prints the share of a processor that each page takes
while nobody touches it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from cxo_desktop import assets
from cxo_desktop.compose import open_services
from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.keys import KdfCost
from cxo_desktop.ui.main_window import MainWindow
from cxo_desktop.ui.pages_ahead import PagesAhead
from cxo_desktop.ui.start import make_window

LIMIT, _TICK, _QUIET, _BETWEEN, _SAMPLE, _IDLE = 100.0, 2, 0.3, 0.26, 0.01, 4.0
PAGES = (
    "home",
    "capture",
    "people",
    "maps",
    "actions",
    "costs",
    "brief",
    "records",
    "settings",
    "search",
)
SECTIONS = ("look", "keys", "backups", "bin", "engagements")
Step = tuple[str, Callable[[], object]]


class Watchdog(QObject):
    """Notes the longest gap between two turns of the event loop, and where it was spent."""

    def __init__(self) -> None:
        super().__init__()
        self._thread = threading.get_ident()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)
        threading.Thread(target=self._sample, daemon=True).start()
        self.begin()

    def begin(self) -> None:
        """Forget what was noted."""
        self.longest = (0.0, 0.0)
        self.where = ""
        self._places: Counter[str] = Counter()
        self._last = time.perf_counter(), time.thread_time()
        self._timer.start()

    def end(self) -> tuple[float, float]:
        """Return milliseconds on the clock and of processor time of the longest gap."""
        self._timer.stop()
        return self.longest

    def _tick(self) -> None:
        now = time.perf_counter(), time.thread_time()
        wall, busy = 1000 * (now[0] - self._last[0]), 1000 * (now[1] - self._last[1])
        self._last = now
        if busy > self.longest[1]:
            self.longest = wall, busy
            self.where = "; ".join(f"{place} {n}" for place, n in self._places.most_common(4))
        self._places = Counter()

    def _sample(self) -> None:
        while True:
            time.sleep(_SAMPLE)
            frame = sys._current_frames().get(self._thread)  # noqa: SLF001 - the only way to look
            places = set()
            while frame is not None:
                name = frame.f_code.co_filename
                if "cxo_desktop" in name:
                    places.add(f"{Path(name).stem}.{frame.f_code.co_name}")
                frame = frame.f_back
            self._places.update(places - {"__call__"})


def settle(window: MainWindow, quiet: float = _QUIET) -> None:
    """Let the event loop run until slow work has ended and a while has passed."""
    loop = QEventLoop()
    since = time.monotonic()

    def look() -> None:
        nonlocal since
        if not window.desk.runner.idle:
            since = time.monotonic()
        elif time.monotonic() - since > quiet:
            loop.quit()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    loop.exec()
    timer.stop()


def close_dialogs() -> None:
    """Close whatever stands before the window."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.reject()


def steps(window: MainWindow) -> Iterator[Step]:
    """Yield everything that can be opened, by its name."""
    for turn in ("first", "again"):
        for key in PAGES:
            yield f"{key}, {turn}", lambda key=key: window.go_to(key)
    for key in SECTIONS:
        yield f"settings {key}", lambda key=key: window.parts.routes.show_section(key)
    routes = window.parts.routes
    yield "an interview", lambda: routes.follow("interview:I07")
    yield "start form", lambda: routes.begin_interview("")
    yield "read-back", window.capture.read_back
    yield "read-back away", window.capture.read_back
    yield "cover", window.actions_by_key["interview.cover"].trigger
    yield "cover away", window.actions_by_key["interview.cover"].trigger
    yield "a person", lambda: routes.follow("person:P05")
    asks = window.pages["people"].asks  # type: ignore[attr-defined]
    for name in ("change", "plan", "part"):
        yield f"person: {name}", lambda name=name: getattr(asks, name)("P05")
    yield "palette", window.open_palette
    yield "palette, typed", lambda: QTest.keyClicks(window.palette_box.field, "list")
    yield "palette away", window.palette_box.leave
    yield "search, typed", lambda: _search(window)
    yield "records of notes", lambda: routes.follow("theme:T1")
    yield "records, notes", lambda: _notes(window)
    yield "help", window.actions_by_key["help"].trigger
    yield "all keys", window.actions_by_key["keys"].trigger
    note = window.desk.engagement.find(Note)[0]  # type: ignore[union-attr]
    yield "history", lambda: routes.show_history(note)
    yield "dark", window.actions_by_key["look.dark"].trigger
    yield "light", window.actions_by_key["look.light"].trigger
    yield "a note added elsewhere", lambda: _add(window)
    yield "undo", window.actions_by_key["undo"].trigger


def _search(window: MainWindow) -> None:
    window.go_to("search")
    window.pages["search"].field.setText("list")  # type: ignore[attr-defined]


def _notes(window: MainWindow) -> None:
    window.go_to("records")
    window.pages["records"].show_kind("note")  # type: ignore[attr-defined]


def _add(window: MainWindow) -> None:
    window.go_to("home")
    if window.desk.engagement is not None:
        window.desk.engagement.add(Note(interview="I07", text="One more line"))


def measure(window: MainWindow, dog: Watchdog) -> None:
    """Let the pages be made ahead, as the program does; open everything; print the gaps."""
    settle(window)
    ahead = PagesAhead(window.desk, window.stack)
    while not ahead.done:
        before = set(window.pages.made)
        dog.begin()
        settle(window, _BETWEEN)
        new = ", ".join(set(window.pages.made) - before) or "code"
        print(f"made ahead: {new:12s} {dog.end()[1]:6.0f} ms of {dog.longest[0]:6.0f}", flush=True)
    for name, work in steps(window):
        settle(window)
        dog.begin()
        QTimer.singleShot(0, work)
        settle(window)
        wall, busy = dog.end()
        where = f"  <- {dog.where}" if busy > LIMIT else ""
        print(f"{name:24s} {busy:6.0f} ms of {wall:6.0f}{where}", flush=True)
        close_dialogs()


def idle(window: MainWindow) -> None:
    """Print what each page takes of a processor while nobody touches it."""
    for key in PAGES:
        window.go_to(key)
        settle(window, 3.0)
        spent, began = time.process_time(), time.perf_counter()
        loop = QEventLoop()
        QTimer.singleShot(int(1000 * _IDLE), loop.quit)
        loop.exec()
        share = (time.process_time() - spent) / (time.perf_counter() - began)
        print(f"idle on {key:16s} {100 * share:6.2f} % of a processor", flush=True)


def main() -> None:
    """Fill an engagement, open the window, and measure."""
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    app = QApplication([])
    app.setCursorFlashTime(0)
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "settings.json"
        services = open_services(Path(folder) / "w", "a phrase", KdfCost(1, 8, 1), settings)
        services.workspace.import_file(assets.resource("samples/nandini.json"))
        window = make_window(app, services)
        window.resize(1366, 768)
        if window.desk.engagement is not None and numbers:
            window.desk.engagement.add_all(
                [
                    Note(interview=f"I{1 + n % 12:02d}", person="P09", text=f"Line {n} of the list")
                    for n in range(numbers[0])
                ]
            )
        window.show()
        if "--idle" in sys.argv:
            idle(window)
        else:
            measure(window, Watchdog())
        window.close()


if __name__ == "__main__":
    main()
