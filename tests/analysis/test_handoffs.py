"""Who stands between the others."""

from __future__ import annotations

from cxo_desktop.analysis.handoffs import handoffs
from cxo_desktop.domain.processes import Step, Transition


def process(lanes, *pairs):
    steps = [Step(map="M", code=code, lane=lane) for code, lane in lanes.items()]
    return [*steps, *(Transition(map="M", source=a, target=b) for a, b in pairs)]


def test_the_one_in_the_middle_is_the_broker(make):
    lanes = {"a": "Field", "b": "Clerk", "c": "Head", "d": "Field"}
    figure = handoffs(make(*process(lanes, "ab", "bc", "cb", "bd")))
    assert figure.brokers[0][0] == "Clerk"
    assert figure.between[("Field", "Clerk")] == 1


def test_back_and_forth_is_named_with_its_steps(make):
    lanes = {"a": "Field", "b": "Clerk", "c": "Field", "d": "Field"}
    figure = handoffs(make(*process(lanes, "ab", "bc", "cd")))
    assert [(it.steps, it.lanes) for it in figure.ping_pong] == [
        (("a", "b", "c"), ("Field", "Clerk"))
    ]


def test_steps_of_no_lane_hand_nothing_over(make):
    figure = handoffs(make(*process({"a": "Field", "b": None}, "ab", "bx")))
    assert (figure.between, figure.brokers, figure.ping_pong) == ({}, (), ())


def test_the_sample_goes_back_and_forth_twice(sample):
    told = handoffs(sample).as_json()
    assert [it["steps"] for it in told["ping_pong"]] == [
        ["s12", "s13", "s14"],
        ["s9", "s10", "s11"],
    ]
