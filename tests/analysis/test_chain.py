"""The data chain in figures."""

from __future__ import annotations

from dataclasses import replace

from cxo_desktop.analysis.chain import chain, ends
from cxo_desktop.analysis.figures import Remark
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.enums import FlowMethod, NodeKind

VISIT = DataNode(code="V", kind=NodeKind.SOURCE_EVENT)
REVIEW = DataNode(code="R", kind=NodeKind.DECISION_POINT)


def flow(code, source, target, **more):
    return DataFlow(code=code, source=source, target=target, **more)


def test_the_sample_chain_is_as_expected(sample, expected):
    assert chain(sample).as_json() == expected["chain_as_is"]


def test_the_hours_of_each_flow_on_the_path_add_up_to_the_whole(sample):
    figure = chain(sample)
    assert figure.typical_hours == 620
    assert sum(typical for typical, _ in figure.hours_by_flow.values()) == 620
    assert tuple(figure.hours_by_flow) == figure.critical_flows
    ways = {it.code: it for it in sample.all(DataFlow)}
    walked = [ways[code].source for code in figure.critical_flows]
    assert (*walked, figure.critical_path[-1]) == figure.critical_path


def test_without_named_ends_the_kinds_of_node_say_where_it_begins_and_ends(make):
    dossier = make(VISIT, REVIEW, flow("F1", "V", "R", handling_typical_hours=5))
    assert (ends(dossier).sources, ends(dossier).decisions) == (("V",), ("R",))
    assert chain(dossier).typical_hours == 5


def test_no_way_to_the_decision_is_unknown_and_not_zero(make):
    figure = chain(make(VISIT, REVIEW, flow("F1", "V", "X")))
    assert figure.as_json()["typical_hours"] is None
    assert figure.remarks == (Remark.NO_PATH,)


def test_flows_without_hours_are_counted(make):
    known = flow("F1", "V", "R", staff_hours_per_month=4)
    figure = chain(make(VISIT, REVIEW, known, flow("F2", "V", "R")))
    assert figure.staff_hours_per_month == 4
    hours = figure.completeness[0]
    assert (hours.what, hours.known, hours.of, hours.missing) == (
        "flows_staff_hours", 1, 2, ("F2",)
    )  # fmt: skip


def test_paper_is_work_by_hand_but_moves_nothing(make):
    paper = flow("F1", "V", "R", method=FlowMethod.PAPER_CAPTURE, staff_hours_per_month=10)
    again = flow("F2", "V", "R", method=FlowMethod.RE_ENTRY, staff_hours_per_month=3)
    figure = chain(make(VISIT, REVIEW, paper, again))
    assert figure.manual == ("F1", "F2")
    assert figure.staff_hours_moving_per_month == 3
    assert figure.re_entries == ("F2",)


def test_the_engagement_says_what_counts_as_work_by_hand(make):
    synced = flow("F1", "V", "R", method=FlowMethod.AUTO_SYNC)
    assert chain(make(VISIT, REVIEW, synced)).manual == ()
    assert chain(make(VISIT, REVIEW, synced, manual_methods=("auto_sync",))).manual == ("F1",)


def test_personal_data_that_is_protected_is_not_counted(make):
    photo = flow("F1", "V", "R", method=FlowMethod.PHOTO_FORWARD, pii=True)
    assert chain(make(VISIT, REVIEW, photo)).unprotected == ("F1",)
    assert chain(make(VISIT, REVIEW, replace(photo, protected=True))).unprotected == ()
    assert chain(make(VISIT, REVIEW, replace(photo, pii=False))).unprotected == ()


def test_numbers_compete_where_most_flows_meet_at_one_decision(make):
    other = DataNode(code="R2", kind=NodeKind.DECISION_POINT)
    flows = [flow("F1", "V", "R"), flow("F2", "X", "R"), flow("F3", "V", "R2")]
    assert chain(make(VISIT, REVIEW, other, *flows)).competing == ("F1", "F2")


def test_an_empty_engagement_has_an_empty_chain(make):
    figure = chain(make())
    assert figure.as_json()["flows"] == 0
    assert figure.critical_path == ()
