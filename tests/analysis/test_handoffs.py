"""Who stands between the others."""

from __future__ import annotations

from collections import defaultdict
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.analysis.handoffs import handoffs
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
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


@st.composite
def worked(draw):
    """Maps of up to twelve steps, each in a lane of its own, with some arrows."""
    names = "abcdefghijkl"[: draw(st.integers(2, 12))]
    ends = st.tuples(st.sampled_from(names), st.sampled_from(names))
    pairs = draw(st.lists(ends.filter(lambda it: it[0] != it[1]), max_size=18, unique=True))
    steps = tuple(Step(map="M", code=it, lane=it.upper()) for it in names)
    arrows = tuple(Transition(map="M", source=a, target=b) for a, b in pairs)
    return Dossier(engagement=Engagement(code="E"), records={Step: steps, Transition: arrows})


def shortest(onward, start, end):
    """All shortest ways, by growing every way by one step at a time."""
    ways = [(start,)]
    for _ in onward:
        ways = [(*way, it) for way in ways for it in onward[way[-1]] if it not in way]
        if found := [way for way in ways if way[-1] == end]:
            return found
    return []


@given(worked())
def test_brokers_are_on_the_shortest_ways_of_the_others(dossier):
    """Betweenness by its definition; lanes that hand nothing over are left out of it."""
    onward = defaultdict(set)
    for arrow in dossier.all(Transition):
        onward[arrow.source.upper()].add(arrow.target.upper())
        onward[arrow.target.upper()] |= set()
    expected = defaultdict(float)
    for start, end in permutations(onward, 2):
        ways = shortest(onward, start, end)
        for lane in {it for way in ways for it in way[1:-1]}:
            expected[lane] += sum(1 for way in ways if lane in way[1:-1]) / len(ways)
    pairs = (len(onward) - 1) * (len(onward) - 2)
    found = dict(handoffs(dossier).brokers)
    assert found == pytest.approx({lane: it / pairs for lane, it in expected.items()})
