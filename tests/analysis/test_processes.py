"""Process maps in figures."""

from __future__ import annotations

import pytest

from cxo_desktop.analysis.figures import Remark
from cxo_desktop.analysis.processes import process_maps
from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.processes import ProcessMap, Step, Transition

MAP = ProcessMap(code="M")


def step(code, lane="A", kind=StepKind.TASK, **more):
    return Step(code=code, map="M", lane=lane, kind=kind, **more)


def arrow(source, target):
    return Transition(map="M", source=source, target=target)


def test_maps_that_count_different_cycles_are_not_to_be_compared(make):
    steps = [Step(map="M", code="a", volume=1), Step(map="M", code="b", volume=18_500)]
    assert process_maps(make(ProcessMap(code="M"), *steps)).remarks == (Remark.MIXED_CYCLES,)
    assert process_maps(make(ProcessMap(code="M"), steps[0])).remarks == ()


def test_the_sample_maps_are_as_expected(sample, expected):
    assert process_maps(sample).as_json() == expected["process_maps"]


def test_a_worked_example(make):
    figure = process_maps(
        make(
            MAP,
            step("a", touch_minutes=60, wait_hours=2, complete_accurate=0.9),
            step("b", "B", touch_minutes=60, wait_hours=4, complete_accurate=0.5),
            arrow("a", "b"),
        )
    )
    assert figure.as_json()["M"] == {
        "steps": 2,
        "handoffs": 1,
        "touch_hours": 2.0,
        "wait_hours": 6,
        "flow_efficiency": 0.25,
        "rolled_complete_accurate": 0.45,
    }


def test_steps_of_two_maps_with_the_same_code_stay_apart(make):
    other = Step(code="a", map="N", kind=StepKind.TASK, wait_hours=9)
    figure = process_maps(make(MAP, ProcessMap(code="N"), step("a", wait_hours=1), other))
    assert [it.wait_hours for it in figure.maps] == [1, 9]


def test_a_start_is_no_step_and_a_step_of_nobody_is_named(make):
    figure = process_maps(make(MAP, step("s", kind=StepKind.START), step("a", None)))
    assert (figure.maps[0].steps, figure.maps[0].nobodys) == (("a",), ("a",))


def test_arrows_into_nowhere_are_no_hand_offs(make):
    figure = process_maps(make(MAP, step("a"), arrow("a", "gone"), arrow("gone", "a")))
    assert figure.maps[0].handoffs == ()


def test_times_told_as_a_range_stand_in(make):
    figure = process_maps(make(MAP, step("a", min_minutes=30, max_minutes=90)))
    assert figure.maps[0].touch_hours == pytest.approx(1)


def test_nothing_known_is_unknown(make):
    told = process_maps(make(MAP, step("a"))).as_json()["M"]
    assert (told["flow_efficiency"], told["rolled_complete_accurate"]) == (None, None)
    impossible = process_maps(make(MAP, step("a", complete_accurate=7))).maps[0]
    assert (impossible.rolled, impossible.completeness[2].missing) == (None, ("a",))
