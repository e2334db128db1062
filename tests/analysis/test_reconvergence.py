"""Where numbers of one origin meet again."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.analysis.reconvergence import competing_numbers
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.enums import NodeKind


def chain(make, *pairs, kinds="H"):
    flows = [DataFlow(code=f"F{n}", source=a, target=b) for n, (a, b) in enumerate(pairs)]
    nodes = [DataNode(code=code, kind=NodeKind.REPORT) for code in kinds]
    return make(*nodes, *flows, chain_source="A", chain_decision="H")


def test_two_ways_that_part_and_meet(make):
    dossier = chain(make, "AB", "BC", "BD", "CH", "DH")
    (found,) = competing_numbers(dossier).found
    assert (found.fork, found.join) == ("B", "H")
    assert found.ways == (("F1", "F3"), ("F2", "F4"))


def test_a_report_fed_once_has_nothing_to_compete(make):
    assert competing_numbers(chain(make, "AB", "BH")).found == ()


def test_two_flows_between_the_same_places_compete(make):
    (found,) = competing_numbers(chain(make, "AH", "AH")).found
    assert found.ways == (("F0",), ("F1",))


def test_numbers_that_share_a_flow_on_the_way_do_not_part_before_it(make):
    dossier = chain(make, "AB", "BC", "BD", "CE", "DE", "EH")
    assert competing_numbers(dossier).found == ()


def test_the_sample_has_two_numbers_in_one_meeting(sample):
    (found,) = competing_numbers(sample).found
    assert (found.fork, found.join, len(found.ways)) == ("D01", "D11", 2)
    assert not set(found.ways[0]) & set(found.ways[1])


@st.composite
def chains(draw):
    """Chains of up to twelve places from A to L, several flows between two of them."""
    places = "ABCDEFGHIJKL"[: draw(st.integers(2, 12))]
    ends = st.tuples(st.sampled_from(places), st.sampled_from(places))
    pairs = draw(st.lists(ends, max_size=14))
    flows = [DataFlow(code=f"F{n}", source=a, target=b) for n, (a, b) in enumerate(pairs)]
    engagement = Engagement(code="E", chain_source="A", chain_decision=places[-1])
    nodes = [DataNode(code=code, kind=NodeKind.SCRIPT) for code in places]
    return Dossier(engagement=engagement, records={DataFlow: tuple(flows), DataNode: tuple(nodes)})


def reaches(flows, start, end, without=()):
    there = {start}
    for _ in flows:
        there |= {it.target for it in flows if it.source in there and it.code not in without}
    return end in there


@given(chains())
def test_numbers_compete_where_no_single_flow_or_place_holds_all_ways(dossier):
    """By Menger: two ways that share no flow exist when no one flow cuts the fork from the join."""
    flows, join = dossier.all(DataFlow), dossier.engagement.chain_decision
    found = competing_numbers(dossier).found
    two_ways = reaches(flows, "A", join) and not any(
        not reaches(flows, "A", join, {flow.code}) for flow in flows
    )
    if two_ways and join != "A":
        assert [it.join for it in found] == [join]
    by_code = {flow.code: flow for flow in flows}
    for it in found:
        assert not any(set(one) & set(other) for one, other in combinations(it.ways, 2))
        for way in it.ways:
            walked = [by_code[code] for code in way]
            assert (walked[0].source, walked[-1].target) == (it.fork, it.join)
            assert all(one.target == other.source for one, other in pairwise(walked))
        most = next(
            size
            for size in range(len(flows) + 1)
            for cut in combinations(by_code, size)
            if not reaches(flows, it.fork, it.join, cut)
        )
        assert len(it.ways) == most
