"""The slowest way through a chain, against trying every way by hand."""

from __future__ import annotations

from itertools import pairwise, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.analysis import paths
from cxo_desktop.analysis.figures import Remark
from cxo_desktop.analysis.paths import leg, legs, slowest_path
from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.enums import WaitModel

NODES = "ABCDEF"


def flow(code, ends, typical=0, **more):
    return DataFlow(
        code=code,
        source=ends[0],
        target=ends[1],
        handling_typical_hours=typical,
        handling_worst_hours=more.pop("worst", typical),
        **more,
    )


def flows_of(nodes, *, acyclic):
    ends = st.tuples(st.sampled_from(nodes), st.sampled_from(nodes))
    if acyclic:
        ends = ends.filter(lambda pair: pair[0] < pair[1])
    one = st.builds(
        lambda pair, hours, model, period: flow(
            "?", pair, hours, wait_model=model, period_hours=period
        ),
        ends,
        st.integers(0, 9),
        st.none() | st.sampled_from(WaitModel),
        st.none() | st.sampled_from([0, 24, 730]),
    )
    return st.lists(one, max_size=12)


def coded(flows):
    return [
        DataFlow(**{name: getattr(it, name) for name in it.__slots__} | {"code": f"F{n:02}"})
        for n, it in enumerate(flows)
    ]


def every_path(flows, source, target):
    """Every simple path, by trying every order of inner nodes and every flow between two."""
    inner = [node for node in NODES if node not in {source, target}]
    for count in range(len(inner) + 1):
        for middle in permutations(inner, count):
            way = (source, *middle, target)
            steps = [
                [it for it in flows if (it.source, it.target) == pair] for pair in pairwise(way)
            ]
            yield from product(*steps)


def hours(path):
    return sum(it.typical_hours for it in legs(path))


@given(flows_of(NODES, acyclic=True).map(coded) | flows_of(NODES, acyclic=False).map(coded))
def test_no_way_is_slower_than_the_slowest(flows):
    found = slowest_path(flows, ["A"], ["F"])
    every = list(every_path(flows, "A", "F"))
    assert bool(found.flows) == bool(every)
    assert (Remark.NO_PATH in found.remarks) == (not every)
    if every:
        assert hours(found.flows) == max(map(hours, every))
        assert found.flows in every


@given(flows_of(NODES, acyclic=False).map(coded), st.randoms(use_true_random=False))
def test_the_order_of_the_flows_does_not_matter(flows, random):
    shuffled = random.sample(flows, len(flows))
    assert slowest_path(flows, ["A"], ["F"]) == slowest_path(shuffled, ["A"], ["F"])


def test_of_two_flows_between_the_same_nodes_the_slower_one_counts():
    flows = [flow("F1", "AB", 5), flow("F2", "AB", 9)]
    assert [it.flow for it in slowest_path(flows, "A", "B").legs] == ["F2"]


def test_a_tie_goes_to_the_code_that_comes_first():
    flows = [flow("F2", "AB", 5), flow("F1", "AB", 5)]
    assert [it.code for it in slowest_path(flows, "A", "B").flows] == ["F1"]


def test_a_nested_month_end_is_not_waited_for_twice():
    monthly = {"wait_model": WaitModel.SCHEDULED, "period_hours": 730}
    aligned = {"wait_model": WaitModel.SCHEDULED_ALIGNED, "period_hours": 730}
    weekly = {"wait_model": WaitModel.SCHEDULED_ALIGNED, "period_hours": 168}
    quarterly = {"wait_model": WaitModel.SCHEDULED_ALIGNED, "period_hours": 2190}
    path = [flow("F1", "AB", **monthly), flow("F2", "BC", **aligned), flow("F3", "CD", **weekly)]
    assert [it.typical_hours for it in legs(path)] == [365, 0, 0]
    later = [flow("F1", "AB", **monthly), flow("F2", "BC", **quarterly)]
    assert [(it.typical_hours, it.worst_hours) for it in legs(later)] == [(365, 730), (730, 1460)]


def test_a_way_that_waited_before_may_be_quicker_than_one_that_did_not():
    """Best prefix by hours alone would be wrong: the aligned run forgives what was waited."""
    flows = [
        flow("F1", "AB", 200),
        flow("F2", "AB", wait_model=WaitModel.SCHEDULED, period_hours=500),
        flow("F3", "BC", wait_model=WaitModel.SCHEDULED_ALIGNED, period_hours=500),
    ]
    found = slowest_path(flows, "A", "C")
    assert [it.code for it in found.flows] == ["F1", "F3"]
    assert sum(it.typical_hours for it in found.legs) == 450


def test_hours_told_as_a_range_stand_in_for_those_that_were_not():
    told = leg(DataFlow(code="F", min_hours=2, max_hours=10))
    assert (told.typical_hours, told.worst_hours) == (6, 10)
    assert leg(DataFlow(code="F", handling_typical_hours=3)).worst_hours == 3


def test_a_cycle_is_walked_once_and_told():
    flows = [flow("F1", "AB", 1), flow("F2", "BA", 50), flow("F3", "BC", 1)]
    found = slowest_path(flows, "A", "C")
    assert [it.code for it in found.flows] == ["F1", "F3"]
    assert found.remarks == (Remark.CYCLE,)


def test_too_many_paths_with_cycles_end_with_a_warning(monkeypatch):
    names = [f"n{n}" for n in range(14)]
    flows = [
        DataFlow(code=f"{a}{b}", source=a, target=b, handling_typical_hours=1)
        for a in names
        for b in names
        if a != b
    ]
    found = slowest_path(flows, [names[0]], [names[-1]])
    assert Remark.CAPPED in found.remarks
    assert found.flows[-1].target == names[-1]
    monkeypatch.setattr(paths, "MOST_MOVES", 5)
    assert Remark.CAPPED in slowest_path(flows, [names[0]], [names[-1]]).remarks


@pytest.mark.parametrize(("sources", "decisions"), [([], ["B"]), (["A"], []), (["Z"], ["B"])])
def test_without_an_end_there_is_no_path(sources, decisions):
    assert slowest_path([flow("F1", "AB", 1)], sources, decisions).remarks == (Remark.NO_PATH,)


def test_the_slowest_of_several_sources_and_decisions_is_taken():
    flows = [flow("F1", "AC", 1), flow("F2", "BC", 5), flow("F3", "CD", 1), flow("F4", "CE", 3)]
    found = slowest_path(flows, ["A", "B"], ["D", "E"])
    assert [it.code for it in found.flows] == ["F2", "F4"]
