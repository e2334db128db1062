"""A process map: lanes as asked, every step and arrow, and what changes hands."""

import json
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop import assets
from cxo_desktop.domain.drawing import Drawing, Shape
from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.errors import Cancelled
from cxo_desktop.domain.plain import from_plain
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.render import lane_map, pdf_map, svg

LANES = ("Field worker", "Supervisor", "ED")


class Process(NamedTuple):
    map: ProcessMap
    steps: tuple[Step, ...]
    transitions: tuple[Transition, ...]


def draw(process: Process, **changes) -> Drawing:
    facts = {"tool_names": {}, "evidence": {}, "pains": {}}
    return lane_map.draw_process(*process, **(facts | changes))


def samples() -> list[Process]:
    rows = json.loads(assets.resource("samples/nandini.json").read_text(encoding="utf-8"))
    return [
        Process(
            from_plain(
                ProcessMap, {k: v for k, v in row.items() if k not in {"steps", "transitions"}}
            ),
            tuple(from_plain(Step, step) for step in row["steps"]),
            tuple(from_plain(Transition, move) for move in row["transitions"]),
        )
        for row in rows["process_maps"]
    ]


STEPS = st.lists(
    st.builds(
        Step,
        code=st.integers(1, 12).map(lambda k: f"s{k}"),
        kind=st.none() | st.sampled_from(StepKind),
        lane=st.none() | st.sampled_from([*LANES, "Somebody <else>"]),
        label=st.text(max_size=50),
        touch_minutes=st.none() | st.integers(0, 5000),
    ),
    max_size=12,
    unique_by=lambda step: step.code,
)
MOVES = st.lists(
    st.builds(
        Transition,
        source=st.integers(1, 12).map(lambda k: f"s{k}"),
        target=st.integers(1, 12).map(lambda k: f"s{k}"),
        condition=st.none() | st.text(max_size=30),
        share=st.none() | st.floats(0, 1),
    ),
    max_size=16,
)


@given(STEPS, MOVES)
def test_any_process_is_drawn_whole_and_inside(steps, moves) -> None:
    process = Process(ProcessMap(name="P", lanes=LANES), tuple(steps), tuple(moves))
    drawing = draw(process)
    codes = {step.code for step in steps}
    assert sorted(box.code for box in drawing.boxes) == sorted(codes)
    joined = [move for move in moves if {move.source, move.target} <= codes]
    assert sorted((a.tail, a.head) for a in drawing.arrows) == sorted(
        (move.source, move.target) for move in joined
    )
    if steps:
        assert [band.name for band in drawing.lanes][:3] == list(LANES)
    tops = [band.y for band in drawing.lanes]
    assert tops == sorted(tops)
    for band in drawing.lanes:
        assert band.x + band.width <= drawing.width
        assert band.y + band.height <= drawing.height
        assert band.line.x + band.line.width <= min((box.x for box in drawing.boxes), default=999)
    for arrow in drawing.arrows:
        for spot in (*arrow.points, arrow.tip):
            assert 0 <= spot.x <= drawing.width
            assert 0 <= spot.y <= drawing.height
    svg.to_svg(drawing)


@given(st.data(), STEPS, MOVES)
def test_rows_in_any_order_give_the_same_map(data, steps, moves) -> None:
    process = Process(ProcessMap(name="P", lanes=LANES), tuple(steps), tuple(moves))
    other = Process(
        process.map,
        tuple(data.draw(st.permutations(steps))),
        tuple(data.draw(st.permutations(moves))),
    )
    assert draw(process) == draw(other)


@pytest.mark.parametrize("process", samples(), ids=lambda process: process.map.code)
def test_the_sample_maps_show_every_hand_off(process: Process) -> None:
    drawing = draw(process)
    lane = {step.code: step.lane for step in process.steps}
    hand_offs = {a.code for a in drawing.arrows if a.width > 1.5}
    assert hand_offs <= {a.code for a in drawing.arrows if lane[a.tail] != lane[a.head]}
    backward = sum(bool(a.dash) for a in drawing.arrows)
    assert len(hand_offs) + backward >= sum(
        lane[m.source] != lane[m.target] for m in process.transitions
    )
    assert [band.name for band in drawing.lanes] == list(process.map.lanes)
    assert not drawing.remarks


def test_rework_goes_back_and_conditions_stand_on_their_arrows() -> None:
    drawing = draw(samples()[0])
    words = {(a.tail, a.head): " ".join(line.text for line in a.label) for a in drawing.arrows}
    assert words["s4", "s5"] == "yes, 35%"
    (back,) = [a for a in drawing.arrows if a.dash]
    assert (back.tail, back.head) == ("s14", "s11")
    assert back.points[0].x > back.tip.x
    assert [entry.text for entry in drawing.legend] == [
        "Next step",
        "Hand-off to another lane",
        "Goes back",
    ]


def test_arrows_begin_and_end_on_diamonds_not_in_the_air() -> None:
    drawing = draw(samples()[0])
    box = {box.code: box for box in drawing.boxes}
    for arrow in drawing.arrows:
        for spot, end in ((arrow.points[0], box[arrow.tail]), (arrow.tip, box[arrow.head])):
            if end.shape is Shape.DIAMOND:
                across = abs(spot.x - end.x - end.width / 2) / (end.width / 2)
                down = abs(spot.y - end.y - end.height / 2) / (end.height / 2)
                assert across + down == pytest.approx(1, abs=0.01)


def test_shares_are_said_in_words() -> None:
    steps = tuple(Step(code=code, label=code) for code in ("a", "b"))
    moves = (Transition(source="a", target="b", condition="late", share=0.25),)
    (arrow,) = draw(Process(ProcessMap(), steps, moves)).arrows
    assert [line.text for line in arrow.label] == ["late · 25 %"]


def test_steps_without_a_lane_are_named_last() -> None:
    steps = (Step(code="a", label="A"), Step(code="b", label="B", lane="ED"))
    drawing = draw(Process(ProcessMap(lanes=LANES), steps, ()))
    assert [band.line.text for band in drawing.lanes] == [*LANES, "Nobody named"]


def test_an_arrow_to_nowhere_is_told_and_an_empty_map_says_what_to_do() -> None:
    moves = (Transition(source="a", target="z"),)
    drawing = draw(Process(ProcessMap(), (Step(code="a"),), moves))
    assert drawing.remarks == ("1 arrow starts or ends at a step that is not on the map.",)
    assert draw(Process(ProcessMap(), (), ())).lines


def test_the_map_reads_in_words_and_prints() -> None:
    drawing = draw(samples()[0], evidence={"s10": 2})
    assert drawing.description.startswith("16 steps in 6 lanes.")
    assert "Data analyst: Merge exports and sheets · 2.9 days, waits 19 days" in drawing.description
    assert pdf_map.to_pdf(drawing).startswith(b"%PDF")


def test_drawing_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        draw(samples()[0], cancelled=lambda: True)
