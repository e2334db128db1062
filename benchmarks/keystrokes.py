"""How long a key takes in an interview of 1,000 lines within an engagement of 10,000 notes.

    python benchmarks/keystrokes.py

Real key events go to the real window, without a screen; a key is done when its event and all that
it posted are handled. Printed beside a no-op: the same key in a bare field of Qt. Times are of the
processor, so that what else the machine does is not counted.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from cxo_desktop import assets
from cxo_desktop.compose import open_services
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.store.keys import KdfCost
from cxo_desktop.ui.start import make_window

LINES, NOTES = 1_000, 10_000
TYPED = "! totals typed twice, first +CommCare then +Google Sheets #typed, asks @M&E lead for ~6 h "
TIMES = 6


def main() -> None:
    """Fill an engagement, type, and print the 50th, 95th and 99th percentile in milliseconds."""
    app = QApplication([])
    bare = QPlainTextEdit()
    bare.show()
    report("bare field", [timed(app, lambda key=key: QTest.keyClicks(bare, key)) for key in TYPED])
    with tempfile.TemporaryDirectory() as folder:
        services = open_services(Path(folder), "a phrase", KdfCost(1, 8, 1))
        services.workspace.import_file(assets.resource("samples/nandini.json"))
        window = make_window(app, services)
        window.show()
        code = fill(window.desk.engagement)
        window.go_to("capture")
        window.capture.show_interview(code)
        field = window.capture.view.composer.field
        field.setFocus()
        keys, enters = [], []
        for _time in range(TIMES):
            keys += [timed(app, lambda key=key: QTest.keyClicks(field, key)) for key in TYPED]
            window.capture.view.composer.popup.hide()
            enters.append(timed(app, lambda: press_enter(field)))
        report("key in capture", keys)
        report("Enter: kept and shown", enters)
        window.close()


def fill(engagement: object) -> str:
    """Add notes up to the number, 1,000 of them in one open interview; return its code."""
    interview = engagement.add(replace(engagement.find(Interview)[0], id="", code=""))
    others = [it.code for it in engagement.find(Interview)[:-1]]
    kinds = list(NoteKind)
    engagement.add_all(
        [
            Note(
                interview=interview.code if number < LINES else others[number % len(others)],
                person=interview.participants[0],
                kind=kinds[number % len(kinds)],
                text=f"line {number} says that totals go into +CommCare and are copied again",
                raw_text=f"line {number} says that totals go into +CommCare and are copied again",
                written_at="2026-06-03T10:00:00+00:00",
            )
            for number in range(NOTES)
        ]
    )
    return interview.code


def press_enter(field: QWidget) -> None:
    """Keep the line."""
    QTest.keyClick(field, Qt.Key.Key_Return)


def timed(app: QApplication, work: Callable[[], object]) -> float:
    """Return the milliseconds that a key and all it posted take."""
    start = time.process_time()
    work()
    app.processEvents()
    return (time.process_time() - start) * 1000


def report(name: str, times: list[float]) -> None:
    """Print three percentiles."""
    cuts = quantiles(times, n=100)
    print(f"{name}: p50 {cuts[49]:.1f}  p95 {cuts[94]:.1f}  p99 {cuts[98]:.1f} ms")


if __name__ == "__main__":
    main()
