"""How long a map takes in the window: repaint of 1,000 nodes, edit to redraw of 100.

Run from the root: ``QT_QPA_PLATFORM=offscreen python -m benchmarks.map_window``. Process time,
median of some rounds; the numbers are this machine's.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from cxo_desktop.domain.drawing import Drawing, Point
from cxo_desktop.domain.map_places import Place
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.render.engines import sandboxed
from cxo_desktop.render.lane_map import draw_process
from cxo_desktop.ui.widgets.map_view import MapView

ROUNDS = 9
SIZE = (1400, 900)


def process(steps: int, lanes: int, *, places: bool = False) -> Drawing:
    """Return the drawing of a process, on stored places if asked."""
    rows = [
        Step(code=f"s{k:04}", lane=f"Lane {k * 7 % lanes}", label=f"Step {k}") for k in range(steps)
    ]
    moves = [Transition(source=f"s{k:04}", target=f"s{k + 1:04}") for k in range(steps - 1)]
    spots = {}
    if places:
        rolled = random.Random(1)  # noqa: S311 - places, not secrets
        spots = {
            row.code: Place(
                Point(100 + 110 * (k // lanes), 60 + 70 * (k % lanes) + rolled.random())
            )
            for k, row in enumerate(sorted(rows, key=lambda row: row.lane or ""))
        }
    return draw_process(
        ProcessMap(lanes=tuple(f"Lane {k}" for k in range(lanes))),
        rows,
        moves,
        tool_names={},
        evidence={},
        pains={},
        places=spots,
    )


def milliseconds(work: Callable[[], object]) -> float:
    """Return the median process time of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return 1000 * statistics.median(times)


def main() -> None:
    """Print the table."""
    app = QApplication([])
    sandboxed.warm_up()
    view = MapView()
    view.resize(*SIZE)
    image = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)

    def repaint() -> None:
        painter = QPainter(image)
        view.render(painter)
        painter.end()

    for steps, lanes in ((300, 8), (1000, 12)):
        view.show_drawing(process(steps, lanes))
        view.fit()
        print(f"repaint of {steps} nodes, all seen: {milliseconds(repaint):.0f} ms")

    def redraw() -> None:
        view.show_drawing(process(100, 6, places=True), same=True)
        repaint()

    print(f"edit to redraw of 100 nodes on stored places: {milliseconds(redraw):.0f} ms")
    app.quit()


if __name__ == "__main__":
    main()
