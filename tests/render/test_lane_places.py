"""A process on kept places: nothing moves, new steps stay in their lane, lanes keep their order."""

from itertools import pairwise

from cxo_desktop.domain.drawing import Point
from cxo_desktop.domain.map_places import Place
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.render import lane_map
from cxo_desktop.render.engines import lanes
from cxo_desktop.render.engines.graph import Link, Size
from cxo_desktop.render.engines.lanes import LaneGraph
from cxo_desktop.render.lane_places import lay_out

BOX = Size(80, 30)
FACTS = {"tool_names": {}, "evidence": {}, "pains": {}}


def graph(lane, links, count=2):
    return LaneGraph((BOX,) * len(lane), tuple(lane), tuple(Link(*pair) for pair in links), count)


def test_a_layout_that_was_kept_is_the_same_again():
    asked = graph([0, 0, 1, 1, 0], [(0, 1), (1, 2), (2, 3), (3, 4)])
    first = lanes.lay_out(asked, bool)
    again = lay_out(asked, list(first.centres), bool)
    shift = again.centres[0].y - first.centres[0].y
    assert again.centres == tuple(Point(spot.x, spot.y + shift) for spot in first.centres)
    assert abs(shift) <= 12


def test_a_new_step_goes_into_its_lane_and_moves_none():
    old = graph([0, 0, 1], [(0, 1), (1, 2)])
    spots = list(lanes.lay_out(old, bool).centres)
    new = graph([0, 0, 1, 1], [(0, 1), (1, 2), (2, 3)])
    found = lay_out(new, [*spots, None], bool)
    dx, dy = found.centres[0].x - spots[0].x, found.centres[0].y - spots[0].y
    assert all(a == Point(b.x + dx, b.y + dy) for a, b in zip(found.centres, spots, strict=False))
    assert found.edges[1] + 15 <= found.centres[3].y <= found.edges[2] - 15
    assert found.centres[3].x > found.centres[2].x


def test_lanes_that_changed_places_are_drawn_in_their_new_order():
    old = lanes.lay_out(graph([0, 1], [(0, 1)]), bool)
    swapped = lay_out(graph([1, 0], [(0, 1)]), list(old.centres), bool)
    assert swapped.centres[1].y < swapped.edges[1] < swapped.centres[0].y
    assert all(low < high for low, high in pairwise(swapped.edges))


def test_a_map_is_drawn_where_its_boxes_stand():
    process = ProcessMap(code="M", lanes=("A", "B"))
    steps = [Step(code=f"s{k}", lane="AB"[k % 2], label=f"Step {k}") for k in range(4)]
    moves = [Transition(source=f"s{k}", target=f"s{k + 1}") for k in range(3)]
    plain = lane_map.draw_process(process, steps, moves, **FACTS)
    spots = {
        box.code: Place(
            Point(box.x + box.width / 2 + 40 * (box.code == "s3"), box.y + box.height / 2)
        )
        for box in plain.boxes
    }
    moved = lane_map.draw_process(process, steps, moves, places=spots, **FACTS)
    before, after = ({box.code: box for box in drawn.boxes} for drawn in (plain, moved))
    gap = after["s3"].x - before["s3"].x - (after["s0"].x - before["s0"].x)
    assert round(gap, 1) == 40
    assert round(after["s1"].x - before["s1"].x, 1) == round(after["s0"].x - before["s0"].x, 1)
