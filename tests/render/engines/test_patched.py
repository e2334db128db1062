"""What an edit did not touch keeps its way, and nothing is drawn through a box."""

from dataclasses import replace

import pytest

from cxo_desktop.domain.drawing import Point
from cxo_desktop.domain.map_places import Place
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.render.engines.patched import Ways
from cxo_desktop.render.lane_map import draw_process

PROCESS = ProcessMap(code="M", lanes=("A", "B"))
STEPS = tuple(Step(code=f"s{k}", lane="AB"[k % 2], label=f"Step {k}") for k in range(8))
MOVES = tuple(Transition(source=f"s{k}", target=f"s{k + 1}", condition="yes") for k in range(7))
PLACES = {step.code: Place(Point(100 + 150 * k, 60 + 90 * (k % 2))) for k, step in enumerate(STEPS)}


def drawn(steps=STEPS, moves=MOVES, places=PLACES, **ways):
    return draw_process(
        PROCESS,
        steps,
        moves,
        tool_names={},
        evidence={},
        pains={},
        places=places,
        ways=Ways(**ways),
    )


@pytest.fixture(scope="module")
def before():
    return drawn()


def ways_of(drawing):
    return {arrow.code: arrow.points for arrow in drawing.arrows}


def _near(one, other):
    return len(one) == len(other) and all(
        abs(a.x - b.x) + abs(a.y - b.y) < 0.1 for a, b in zip(one, other, strict=True)
    )


def test_a_change_of_words_leaves_every_other_arrow_as_it_was(before):
    steps = (*STEPS[:3], replace(STEPS[3], label="Something that takes far more room"), *STEPS[4:])
    after = drawn(steps, before=before)
    old, new = ways_of(before), ways_of(after)
    same = {code for code in old if _near(old[code], new[code])}
    assert same == old.keys() - {"s2>s3", "s3>s4"}
    assert {box.code: box.lines[0].text for box in after.boxes}["s3"] != "Step 3"


def test_the_same_map_is_drawn_the_same(before):
    again = drawn(before=before)
    assert (again.boxes, again.lanes) == (before.boxes, before.lanes)
    assert all(
        _near(one.points, other.points)
        for one, other in zip(again.arrows, before.arrows, strict=True)
    )


def test_arrows_make_way_for_a_box_that_is_moved_onto_them(before):
    first = next(arrow for arrow in before.arrows if arrow.code == "s0>s1")
    middle = first.points[len(first.points) // 2]
    frame = next(box for box in before.boxes if box.code == "s0")
    shift = (frame.x + frame.width / 2 - 100, frame.y + frame.height / 2 - 60)
    spot = Point(middle.x - shift[0], middle.y - shift[1])
    after = drawn(places={**PLACES, "s7": Place(spot)}, before=before)
    assert not _near(ways_of(after)["s0>s1"], first.points)
    assert len(after.arrows) == len(before.arrows)


def test_places_are_the_same_without_routes(before):
    assert drawn(routed=False).boxes == before.boxes
