"""Where numbers of one origin meet again."""

from __future__ import annotations

from cxo_desktop.analysis.reconvergence import competing_numbers
from cxo_desktop.domain.datachain import DataFlow, DataNode
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
