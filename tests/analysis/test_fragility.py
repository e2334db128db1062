"""What stops when something is missing, against trying every set of absences."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.analysis.fragility import (
    Network,
    Resource,
    ResourceKind,
    reached,
    single_points,
    smallest_absence,
    ways_of,
)

PLACES = "abcdefghij"


def tool(code):
    return Resource(ResourceKind.TOOL, code)


def need(*codes):
    return frozenset(map(tool, codes))


@st.composite
def networks(draw):
    """Networks of up to ten places, six resources, two sources and two outcomes."""
    count = draw(st.integers(2, 10))
    places = PLACES[:count]
    pairs = draw(st.lists(st.tuples(st.sampled_from(places), st.sampled_from(places)), max_size=20))
    some = st.frozensets(st.sampled_from("RSTUVW").map(tool), min_size=0, max_size=3)
    needs = draw(
        st.dictionaries(st.sampled_from(places), st.lists(some, max_size=2).map(tuple), max_size=8)
    )
    return Network(
        ways=ways_of(pairs),
        needs=needs,
        sources=tuple(draw(st.sets(st.sampled_from(places), min_size=1, max_size=2))),
        outcomes=tuple(sorted(draw(st.sets(st.sampled_from(places), min_size=1, max_size=2)))),
    )


def stops(network, outcome, absent):
    """Whether an outcome is out of reach, by spreading until nothing is added."""
    there = set()
    for _ in PLACES + "x":
        for place in PLACES:
            entered = place in network.sources or any(
                place in network.ways.get(other, ()) for other in there
            )
            able = all(set(it) - set(absent) for it in network.needs.get(place, ()))
            if entered and able:
                there.add(place)
    return outcome not in there


@given(networks())
def test_reach_is_what_spreading_finds(network):
    expected = {it for it in network.outcomes if not stops(network, it, ())}
    assert reached(network) == expected


@given(networks())
def test_single_points_are_those_whose_absence_stops_something(network):
    expected = {}
    for resource in network.resources():
        lost = [
            it
            for it in network.outcomes
            if not stops(network, it, ()) and stops(network, it, [resource])
        ]
        if lost:
            expected[resource] = tuple(lost)
    assert {it.resource: it.lost for it in single_points(network)} == expected


@given(networks())
def test_no_smaller_set_of_absences_stops_the_outcome(network):
    outcome = network.outcomes[0]
    sizes = [
        size
        for size in range(len(network.resources()) + 1)
        for absent in combinations(network.resources(), size)
        if stops(network, outcome, absent)
    ]
    found = smallest_absence(network, outcome)
    assert (found is None) == (not sizes)
    if found is not None:
        assert stops(network, outcome, found.resources)
        assert found.exact == (min(sizes) <= 3)
        assert len(found.resources) == min(sizes) or (
            not found.exact and len(found.resources) > min(sizes)
        )


def test_in_a_line_a_box_is_no_single_point_while_two_can_do_its_work():
    """Articulation points of the drawing would name every inner box."""
    network = Network(
        ways=ways_of([("a", "b"), ("b", "c")]),
        needs={"b": (need("X", "Y"),)},
        sources=("a",),
        outcomes=("c",),
    )
    assert single_points(network) == ()
    assert smallest_absence(network, "c").resources == (tool("X"), tool("Y"))


def test_more_than_three_are_found_by_a_cut_that_says_so():
    network = Network(
        ways=ways_of([("a", "b")]),
        needs={"b": (need("1", "2", "3", "4", "5"), need("1", "2", "3", "4"))},
        sources=("a",),
        outcomes=("b",),
    )
    found = smallest_absence(network, "b")
    assert (len(found.resources), found.exact) == (4, False)


def test_what_needs_nothing_cannot_be_stopped():
    network = Network(ways={}, needs={}, sources=("a",), outcomes=("a",))
    assert smallest_absence(network, "a") is None


def test_what_fails_today_needs_no_absence():
    network = Network(ways={}, needs={"a": (need(),)}, sources=("a",), outcomes=("a",))
    assert smallest_absence(network, "a").resources == ()
    assert single_points(network) == ()
