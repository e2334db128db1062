"""How long a map takes in the window: repaint of 1,000 nodes, edit to redraw of 100.

Run from the root: ``QT_QPA_PLATFORM=offscreen python -m benchmarks.map_window``. Time of this
process, median of some rounds. The bare baseline beside each repaint is the same number of Qt's
own rectangles, lines and words in a scene: ratios are what to trust on a busy machine.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

from cxo_desktop.domain.drawing import Drawing, Point
from cxo_desktop.domain.map_places import Place
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.render.engines import sandboxed
from cxo_desktop.render.engines.patched import AS_A_WHOLE, Ways
from cxo_desktop.render.lane_map import draw_process
from cxo_desktop.ui import theme
from cxo_desktop.ui.widgets.map_view import MapView

ROUNDS = 9
SIZE = (1400, 900)
SCALES = (0.28, 0.31, 0.4, 0.6, 1.0)


def rows(steps: int, wide: int) -> tuple[ProcessMap, list[Step], list[Transition]]:
    """Return a process of so many steps, ``wide`` of them in each of its lanes."""
    lanes = [f"Lane {k:02}" for k in range(-(-steps // wide))]
    made = [
        Step(
            code=f"s{k:04}",
            lane=lanes[k // wide],
            label=f"Check form {k}",
            touch_minutes=5,
            wait_hours=20,
        )
        for k in range(steps)
    ]
    moves = [
        Transition(source=f"s{k:04}", target=f"s{k + 1:04}", condition=None if k % 7 else "yes")
        for k in range(steps - 1)
    ]
    return ProcessMap(lanes=tuple(lanes)), made, moves


def drawn(steps: int, wide: int, words: str = "", ways: Ways = AS_A_WHOLE) -> Drawing:
    """Return the drawing of a process on stored places; ``words`` are those of one step."""
    process, made, moves = rows(steps, wide)
    if words:
        made[steps // 2] = replace(made[steps // 2], label=words)
    places = {
        step.code: Place(Point(100 + 135 * (k % wide), 60 + 80 * (k // wide)))
        for k, step in enumerate(made)
    }
    return draw_process(
        process, made, moves, tool_names={}, evidence={}, pains={}, places=places, ways=ways
    )


def milliseconds(work: Callable[[], object]) -> float:
    """Return the median process time of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return 1000 * statistics.median(times)


def bare(drawing: Drawing) -> QGraphicsView:
    """Return a view of as many of Qt's own rectangles, lines and words at the same places."""
    view = QGraphicsView()
    scene = QGraphicsScene(view)
    view.setScene(scene)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    for arrow in drawing.arrows:
        start, end = arrow.points[0], arrow.tip
        scene.addLine(start.x, start.y, end.x, end.y)
    for box in drawing.boxes:
        scene.addRect(box.x, box.y, box.width, box.height)
        for line in box.lines:
            words = scene.addSimpleText(line.text)
            words.setPos(line.x, line.y - line.size)
            words.setScale(line.size / 12)
    return view


def repaints(drawing: Drawing) -> None:
    """Print how long a repaint takes at some scales, beside the bare baseline."""
    mine, base = MapView(), bare(drawing)
    mine.show_drawing(drawing)
    for view in (mine, base):
        view.resize(*SIZE)
        view.show()
    for scale in SCALES:
        times = []
        for view in (mine, base):
            view.resetTransform()
            view.scale(scale, scale)
            view.centerOn(drawing.width / 2, drawing.height / 2)
            view.viewport().grab()
            times.append(milliseconds(view.viewport().grab))
        ratio = times[0] / times[1]
        print(
            f"repaint of {len(drawing.boxes)} nodes at {scale:4}: {times[0]:5.1f} ms, bare "
            f"{times[1]:5.1f} ms, ratio {ratio:.2f}"
        )


def edits() -> None:
    """Print how long it takes from changed words to the map on the screen, then to the whole."""
    before = drawn(100, 17)
    view = MapView()
    view.resize(*SIZE)
    view.show()
    view.show_drawing(before)
    count = iter(range(1000))

    def edit(ways: Ways) -> None:
        view.show_drawing(drawn(100, 17, f"Word {next(count)}", ways), same=True)
        view.viewport().grab()

    quick = milliseconds(lambda: edit(Ways(before)))
    whole = milliseconds(lambda: edit(AS_A_WHOLE))
    print(f"edit to redraw of 100 nodes: {quick:.0f} ms, routed as a whole {whole:.0f} ms")


def main() -> None:
    """Print the tables."""
    app = QApplication([])
    theme.load_fonts()
    sandboxed.warm_up()
    for steps, wide in ((300, 20), (1000, 36)):
        repaints(drawn(steps, wide))
    edits()
    app.quit()


if __name__ == "__main__":
    main()
