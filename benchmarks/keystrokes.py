"""How long each act takes in an interview of 1,000 lines within an engagement of 10,000 notes.

    python benchmarks/keystrokes.py

Real key events go to the real window, without a screen; an act is done when its event and all that
it posted are handled. Printed beside the same act in an interview of 10 lines, and beside a no-op:
a key in a bare field of Qt. Times are of the processor, so that what else the machine does is not
counted.
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
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from cxo_desktop import assets
from cxo_desktop.compose import open_services
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.store.keys import KdfCost
from cxo_desktop.ui.pages.capture import CapturePage
from cxo_desktop.ui.start import make_window

LONG, SHORT, NOTES = 1_000, 10, 10_000
TYPED = "! totals typed twice, first +CommCare then +Google Sheets #typed, asks @M&E lead for ~6 h "
TIMES = 8
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
Times = dict[str, list[float]]


def main() -> None:
    """Fill an engagement, work in both interviews, and print the percentiles in milliseconds."""
    app = QApplication([])
    bare = QPlainTextEdit()
    bare.show()
    noop = [timed(app, lambda key=key: QTest.keyClicks(bare, key)) for key in TYPED]
    with tempfile.TemporaryDirectory() as folder:
        services = open_services(Path(folder), "a phrase", KdfCost(1, 8, 1))
        services.workspace.import_file(assets.resource("samples/nandini.json"))
        window = make_window(app, services)
        window.show()
        window.go_to("capture")
        long, short = fill(window.desk.engagement)
        found = {}
        for code in (short, long, short, long):
            of = found.setdefault(code, {})
            of.setdefault("interview shown", []).append(
                timed(app, lambda code=code: window.capture.show_interview(code))
            )
            settle(app)
            work(app, window.capture, of)
        report(noop, found[short], found[long])
        window.close()


def fill(engagement: object) -> tuple[str, str]:
    """Add notes up to the number, 1,000 and 10 of them in one open interview; return both."""
    talks = [
        engagement.add(replace(engagement.find(Interview)[0], id="", code="")) for _ in range(2)
    ]
    others = [it.code for it in engagement.find(Interview)[:-2]]
    codes = [talks[0].code] * LONG + [talks[1].code] * SHORT
    codes += [others[number % len(others)] for number in range(NOTES - len(codes))]
    kinds = list(NoteKind)
    engagement.add_all(
        [
            Note(
                interview=code,
                person=talks[0].participants[0],
                kind=kinds[number % len(kinds)],
                text=f"line {number} says that totals go into +CommCare and are copied again",
                raw_text=f"line {number} says that totals go into +CommCare and are copied again",
                written_at="2026-06-03T10:00:00+00:00",
            )
            for number, code in enumerate(codes)
        ]
    )
    return talks[0].code, talks[1].code


def work(app: QApplication, page: CapturePage, times: Times) -> None:
    """Type lines and change them, several times over."""
    field, listed = page.view.composer.field, page.view.notes.list
    undo = page.window().actions_by_key["undo"]
    for _time in range(TIMES):
        field.setFocus()
        keys = times.setdefault("a key", [])
        keys += [timed(app, lambda key=key: QTest.keyClicks(field, key)) for key in TYPED]
        page.view.composer.popup.hide()
        settle(app)
        acts: dict[str, Callable[[], object]] = {
            "Enter: kept and shown": lambda: QTest.keyClick(field, Qt.Key.Key_Return),
            "Alt+3: a quote": lambda: QTest.keyClick(field, Qt.Key.Key_3, ALT),
            "Ctrl+Down: next question": lambda: QTest.keyClick(field, Qt.Key.Key_Down, CONTROL),
            "Up: to the last line": lambda: QTest.keyClick(field, Qt.Key.Key_Up),
            "Alt+Up: line moved": lambda: QTest.keyClick(listed, Qt.Key.Key_Up, ALT),
            "Del: line removed": lambda: QTest.keyClick(listed, Qt.Key.Key_Delete),
            "Ctrl+Z: and back": undo.trigger,
        }
        for name, act in acts.items():
            times.setdefault(name, []).append(timed(app, act))
            settle(app)


def settle(app: QApplication) -> None:
    """Let slow work and timers that the person does not wait for come to an end."""
    end = time.monotonic() + 0.05
    while time.monotonic() < end:
        app.processEvents()


def timed(app: QApplication, work: Callable[[], object]) -> float:
    """Return the milliseconds that a key and all it posted take."""
    start = time.process_time()
    work()
    app.processEvents()
    return (time.process_time() - start) * 1000


def report(noop: list[float], short: Times, long: Times) -> None:
    """Print percentiles of each act, and how it compares with the short interview's."""
    print(f"a key in a bare field: p50 {cut(noop, 50):.1f}  p95 {cut(noop, 95):.1f} ms")
    for name, times in long.items():
        p50, p95, few = cut(times, 50), cut(times, 95), cut(short[name], 50)
        print(
            f"{name}: p50 {p50:.1f}  p95 {p95:.1f} ms; {few:.1f} ms in {SHORT} lines, "
            f"ratio {p50 / few:.2f}"
        )


def cut(times: list[float], percent: int) -> float:
    """Return a percentile."""
    return quantiles(times, n=100, method="inclusive")[percent - 1]


if __name__ == "__main__":
    main()
