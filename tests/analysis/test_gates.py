"""How personal data leaves, and the fewest gates, against trying every set of gates."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.analysis.figures import Remark
from cxo_desktop.analysis.gates import consent_gates
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.enums import NodeKind, PiiClass

PERSONAL = DataNode(code="A", pii_classes=(PiiClass.NAME,))
OUTSIDE = DataNode(code="X", kind=NodeKind.EXTERNAL)
NODES = "ABCDXY"


@st.composite
def leaking(draw):
    ends = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES))
    flows = [
        DataFlow(code=f"F{n}", source=a, target=b, pii=pii)
        for n, ((a, b), pii) in enumerate(
            draw(st.lists(st.tuples(ends, st.sampled_from([True, True, None, False])), max_size=9))
        )
    ]
    places = [PERSONAL, DataNode(code="B", pii_classes=(PiiClass.HEALTH,)), OUTSIDE]
    places.append(DataNode(code="Y", kind=NodeKind.MESSAGING, pii_classes=(PiiClass.PHOTO,)))
    return Dossier(
        engagement=Engagement(code="E"),
        records={DataFlow: tuple(flows), DataNode: tuple(places)},
    )


def leaks(flows, gated):
    """Whether personal data gets out by the flows that are not gated."""
    there = {"A", "B"}
    for _ in NODES:
        there |= {
            it.target
            for it in flows
            if it.pii is not False and it.code not in gated and it.source in there - {"X", "Y"}
        }
    return bool(there & {"X", "Y"})


@given(leaking())
def test_no_smaller_set_of_gates_holds_everything_back(dossier):
    flows = dossier.all(DataFlow)
    gates = consent_gates(dossier).gates
    assert not leaks(flows, gates)
    names = [it.code for it in flows]
    for size in range(len(gates)):
        assert all(leaks(flows, tried) for tried in combinations(names, size))


@given(leaking())
def test_ways_are_shown_exactly_when_something_leaks_and_each_has_a_gate(dossier):
    figure = consent_gates(dossier)
    assert bool(figure.ways) == leaks(dossier.all(DataFlow), ())
    assert all(set(way) & set(figure.gates) for way in figure.ways)
    assert len(set(figure.ways)) == len(figure.ways)


@pytest.mark.parametrize("gate", [{"gate": "consent asked"}, {"protected": True}, {"pii": False}])
def test_a_gate_protection_or_nothing_personal_closes_a_way(make, gate):
    flow = DataFlow(code="F", source="A", target="X")
    assert consent_gates(make(PERSONAL, OUTSIDE, flow)).ways == (("F",),)
    assert consent_gates(make(PERSONAL, OUTSIDE, replace(flow, **gate))).ways == ()


def test_what_belongs_to_outsiders_is_outside(make):
    funder = DataNode(code="X", kind=NodeKind.REPORT, owner_level="L0")
    flow = DataFlow(code="F", source="A", target="X", pii=True)
    assert consent_gates(make(PERSONAL, funder, flow)).gates == ("F",)


def test_pseudonyms_do_not_leak(make):
    coded = DataNode(code="A", pii_classes=(PiiClass.PSEUDONYMOUS, PiiClass.NONE))
    assert (
        consent_gates(make(coded, OUTSIDE, DataFlow(code="F", source="A", target="X"))).ways == ()
    )


def test_too_many_ways_are_cut_with_a_remark(make):
    middles = [f"m{n}" for n in range(9)]
    flows = [
        DataFlow(code=f"{a}{b}", source=a, target=b)
        for a in ["A", *middles]
        for b in [*middles, "X"]
        if a != b
    ]
    figure = consent_gates(make(PERSONAL, OUTSIDE, *flows))
    assert (len(figure.ways), figure.remarks) == (200, (Remark.CAPPED,))
    assert len(figure.gates) == 10


def test_in_the_sample_photos_leave_by_one_flow(sample):
    assert consent_gates(sample).gates == ("F04",)
