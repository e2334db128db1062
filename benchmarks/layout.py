"""Ratios of our layouts to the bare Graphviz engine, in the same run and process time.

Run from the root: ``python -m benchmarks.layout``. Ratios are what to trust; seconds are this
machine's. Lanes are compared with Graphviz routing (nop2, ortho) on the very same places.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from itertools import combinations, pairwise

from cxo_desktop.domain.drawing import Orientation, Point
from cxo_desktop.render import lane_places
from cxo_desktop.render.engines import dot_text, kept, ladder, lanes, own, sandboxed
from cxo_desktop.render.engines.graph import Effort, Graph, Link, Size
from cxo_desktop.render.engines.ladder import never
from cxo_desktop.render.engines.lanes import LaneGraph, LaneLayout

BOX = Size(100, 36)
ROUNDS = 5
NOTHING = 0.1


def process(steps: int, count: int) -> LaneGraph:
    """Return a process like those in the field: mostly a chain, with splits and some rework."""
    links = [Link(k, k + 1) for k in range(steps - 1)]
    links += [Link(k, k + 2) for k in range(0, steps - 2, 5)]
    links += [Link(k, k - 3) for k in range(6, steps, 17)]
    lane = [0]
    for k in range(1, steps):
        lane.append(k * 13 % count if k % 3 == 0 else lane[-1])
    return LaneGraph((BOX,) * steps, tuple(lane), tuple(links), count)


def chain(boxes: int) -> Graph:
    """Return a data chain with half as many links again as boxes."""
    links = [Link(k, k + 1, Size(80, 12)) for k in range(boxes - 1)]
    links += [Link(k, min(boxes - 1, k + 3)) for k in range(0, boxes, 2)]
    return Graph((BOX,) * boxes, tuple(links), Orientation.TB)


def seconds(work: Callable[[], object]) -> float:
    """Return the median process time of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def routed_by_graphviz(graph: LaneGraph, layout: LaneLayout) -> list[list[Point]]:
    """Return the corners that Graphviz gives the links on the places of a layout."""
    text = ['digraph{splines=ortho;notranslate=true;node[shape=box,fixedsize=true,label=""];']
    for number, (spot, size) in enumerate(zip(layout.centres, graph.boxes, strict=True)):
        wide, high = size.width / 72, size.height / 72
        text.append(f'n{number}[pos="{spot.x},{-spot.y}",width={wide},height={high}];')
    text += [f'n{link.tail}->n{link.head}[id="{k}"];' for k, link in enumerate(graph.links)]
    answer = json.loads(sandboxed.run("\n".join(text) + "}", "nop2", 120, never))
    ways = []
    for edge in answer["edges"]:
        spots = [word.split(",")[-2:] for word in edge["pos"].split(" ")]
        ways.append([Point(float(x), -float(y)) for x, y in [*spots[1::3], spots[0]]])
    return ways


def crossings(ways: list[list[Point]]) -> int:
    """Return how often upright and level pieces of different ways cross."""
    level, upright = [], []
    for number, way in enumerate(ways):
        for one, other in pairwise(way):
            (x0, x1), (y0, y1) = sorted((one.x, other.x)), sorted((one.y, other.y))
            if y1 - y0 < NOTHING < x1 - x0:
                level.append((number, x0, x1, y0))
            elif x1 - x0 < NOTHING < y1 - y0:
                upright.append((number, y0, y1, x0))
    return sum(
        a != b and x0 < x < x1 and y0 < y < y1 for a, x0, x1, y in level for b, y0, y1, x in upright
    )


def flips(before: LaneLayout, after: LaneLayout) -> float:
    """Return the share of pairs of boxes whose order from top to bottom was turned."""
    ys = [(a.y, b.y) for a, b in zip(before.centres, after.centres, strict=False)]
    pairs = list(combinations(ys, 2))
    return sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for a, b in pairs) / len(pairs)


def stability() -> None:
    """Print how much one more arrow turns round in a process of 40 steps that is laid out anew."""
    graph = process(40, 5)
    before = lanes.lay_out(graph, never)
    shares = []
    for k in range(20):
        more = LaneGraph(graph.boxes, graph.lane, (*graph.links, Link(k, 39 - k)), graph.lanes)
        shares.append(flips(before, lanes.lay_out(more, never)))
    mean, worst = 100 * statistics.mean(shares), 100 * max(shares)
    print(f"laid out anew after one edit, 40 steps: {mean:.1f} % flips, at worst {worst:.1f} %")
    places = [*before.centres, None]
    more = LaneGraph((*graph.boxes, BOX), (*graph.lane, 2), (*graph.links, Link(20, 40)), 5)
    kept_flips = flips(before, lane_places.lay_out(more, places, never))
    print(f"on stored places after one edit: {100 * kept_flips:.1f} % flips")


def on_places() -> None:
    """Print the routing on stored places: Graphviz, our own, and their crossings."""
    print("on places    nop2 s  own s    crossings nop2 / own")
    for steps, count in ((20, 4), (40, 5), (100, 6)):
        graph = process(steps, count)
        spots = lanes.lay_out(graph, never).centres
        times, crossed = [], []
        for sandbox in (True, False):
            times.append(
                seconds(lambda: kept.route(graph.boxes, graph.links, spots, never, sandbox=sandbox))  # noqa: B023
            )
            routes = kept.route(graph.boxes, graph.links, spots, never, sandbox=sandbox).routes
            crossed.append(crossings([[*it.points[::3], it.tip] for it in routes]))
        print(f"{steps:5}/{count} {times[0]:10.3f} {times[1]:6.3f} {crossed[0]:9} / {crossed[1]}")


def too_much() -> None:
    """Print how long 100 boxes with 1,500 arrows take, from end to end."""
    links = tuple(Link(k % 100, (k * 37 + k // 100 * 11 + 1) % 100) for k in range(1500))
    start = time.monotonic()
    layout = ladder.lay_out(Graph((BOX,) * 100, links, Orientation.TB))
    taken = time.monotonic() - start
    print(f"100 boxes, 1,500 arrows: {taken:.1f} s by {layout.engine}; {layout.remarks}")
    start = time.monotonic()
    dense = lanes.lay_out(
        LaneGraph((BOX,) * 100, tuple(k % 6 for k in range(100)), links, 6), never
    )
    print(f"the same in 6 lanes: {time.monotonic() - start:.1f} s; {dense.remarks}")


def main() -> None:
    """Print the tables."""
    sandboxed.warm_up()
    stability()
    on_places()
    too_much()
    print("chain        bare s   ours s  ratio   own engine s")
    for boxes in (20, 100, 300):
        graph = chain(boxes)
        text = dot_text.write(graph)
        bare = seconds(lambda: sandboxed.run(text, "dot", 60, never))  # noqa: B023
        ours = seconds(lambda: sandboxed.lay_out(graph, Effort.FULL, 60, never))  # noqa: B023
        fallback = seconds(lambda: own.lay_out(graph, never))  # noqa: B023
        print(f"{boxes:5}      {bare:8.3f} {ours:8.3f} {ours / bare:6.2f} {fallback:14.3f}")
    print("lanes        ours s  nop2 s   ratio   crossings ours / nop2")
    for steps, count in ((20, 4), (100, 6), (300, 8)):
        process_map = process(steps, count)
        layout = lanes.lay_out(process_map, never)
        ours = seconds(lambda: lanes.lay_out(process_map, never))  # noqa: B023
        bare = seconds(lambda: routed_by_graphviz(process_map, layout))  # noqa: B023
        mine = crossings([[*route.points[::3], route.tip] for route in layout.routes])
        theirs = crossings(routed_by_graphviz(process_map, layout))
        print(
            f"{steps:5}/{count}    {ours:8.3f} {bare:8.3f} {ours / bare:6.2f} {mine:9} / {theirs}"
        )


if __name__ == "__main__":
    main()
