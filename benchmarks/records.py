"""The table of records over 10,000 notes: show, find, sort and scroll, each against a bare query.

``python benchmarks/records.py [NUMBER]`` prints milliseconds and how often the bare query goes in.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from cxo_desktop import assets
from cxo_desktop.compose import open_services
from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.keys import KdfCost
from cxo_desktop.ui.start import make_window

NUMBER, TIMES = 10_000, 7


def timed(work: Callable[[], object]) -> float:
    """Return the median milliseconds of a piece of work."""
    spent = []
    for _turn in range(TIMES):
        start = time.perf_counter()
        work()
        spent.append(1000 * (time.perf_counter() - start))
    return sorted(spent)[TIMES // 2]


def main() -> None:
    """Fill an engagement, open the window, and measure."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        services = open_services(Path(folder), "a phrase", KdfCost(1, 8, 1))
        services.workspace.import_file(assets.resource("samples/nandini.json"))
        window = make_window(app, services)
        window.resize(1366, 768)
        window.show()
        engagement = window.desk.engagement
        if engagement is None:
            raise SystemExit("no engagement is open")
        engagement.add_all(
            [
                Note(interview="I07", person="P09", text=f"Line {n} of the list")
                for n in range(number)
            ]
        )
        window.go_to("records")
        page = window.pages["records"]
        page.show_kind("note")
        database = engagement.store.db
        bare = timed(lambda: database.execute("SELECT id FROM note ORDER BY id").fetchall())

        places = iter(range(number // 20, number, number // 20))

        def scroll() -> None:
            page.table.verticalScrollBar().setValue(next(places))
            page.table.grab()

        print(f"bare query of {number} ids: {bare:.1f} ms")
        for name, work in (
            ("refresh", page.refresh),
            ("find", lambda: page.search.setText("" if page.search.text() else "77")),
            ("sort", lambda: page.sort_by("text", descending=True)),
            ("scroll to rows not read yet, and paint", scroll),
        ):
            spent = timed(work)
            print(f"{name}: {spent:.1f} ms, {spent / bare:.1f} times the bare query")
        window.close()


if __name__ == "__main__":
    main()
