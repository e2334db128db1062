"""Each kind of gap is found where it is, and a whole map gives no advice."""

import pytest

from cxo_desktop.analysis.map_lint import ORDER, Rule, lint_chain, lint_process
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.enums import Frequency, NodeKind, StepKind
from cxo_desktop.domain.processes import Step, Transition

LANES = ("Worker", "Office")
HEARD = {code: {"L1", "L5"} for code in "abcdexyz"}


def step(code, kind=StepKind.TASK, lane="Worker", **more):
    return Step(code=code, kind=kind, lane=lane, label=f"Do {code}", **more)


def move(source, target, condition=None, share=None):
    return Transition(source=source, target=target, condition=condition, share=share)


def good():
    steps = [
        step("a", StepKind.START),
        step("b"),
        step("c", StepKind.DECISION, "Office"),
        step("d", StepKind.END, "Office"),
    ]
    moves = [
        move("a", "b"),
        move("b", "c", "form"),
        move("c", "d", "right", 0.9),
        move("c", "b", "wrong", 0.1),
    ]
    return steps, moves


def rules(steps, moves, lanes=LANES, heard=HEARD):
    return {(one.rule, one.codes) for one in lint_process(steps, moves, lanes, heard)}


def test_a_whole_map_gives_no_advice():
    assert rules(*good()) == set()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda s, m: s.__setitem__(1, step("b", lane=None)), (Rule.NO_LANE, ("b",))),
        (lambda s, m: m.pop(2), (Rule.ONE_WAY_DECISION, ("c",))),
        (lambda s, m: s.append(step("x")), (Rule.DISCONNECTED, ("x",))),
        (
            lambda s, m: (s.append(step("x")), m.append(move("b", "x", "y"))),
            (Rule.DEAD_END, ("x",)),
        ),
        (lambda s, m: m.__setitem__(1, move("b", "c")), (Rule.UNNAMED_HAND_OFF, ("b>c",))),
        (lambda s, m: m.append(move("b", "gone")), (Rule.LOOSE_ARROW, ("b>gone",))),
        (lambda s, m: m.append(move("a", "b")), (Rule.DUPLICATE_ARROW, ("a", "b"))),
        (lambda s, m: s.__setitem__(0, step("a")), (Rule.NO_START, ())),
        (lambda s, m: s.__setitem__(3, step("d", lane="Office")), (Rule.NO_END, ())),
        (lambda s, m: m.__setitem__(2, move("c", "d")), (Rule.UNNAMED_WAY, ("c>d",))),
        (lambda s, m: m.__setitem__(2, move("c", "d", "x", 0.2)), (Rule.SHARES, ("c",))),
        (lambda s, m: m.append(move("b", "d", "late")), None),
        (lambda s, m: m.append(move("a", "c", "x")), (Rule.IMPLICIT_SPLIT, ("a",))),
        (
            lambda s, m: s.__setitem__(1, Step(code="b", kind=StepKind.TASK, lane="Worker")),
            (Rule.NO_LABEL, ("b",)),
        ),
    ],
)
def test_each_gap_is_found_where_it_is(change, expected):
    steps, moves = good()
    change(steps, moves)
    assert expected is None or expected in rules(steps, moves)


def test_a_circle_without_a_way_out_is_found_and_one_with_is_not():
    steps = [step("a", StepKind.START), step("b"), step("c"), step("d", StepKind.END)]
    moves = [move("a", "b"), move("b", "c"), move("c", "b")]
    assert (Rule.ENDLESS_CYCLE, ("b", "c")) in rules(steps, moves)
    assert not any(r is Rule.ENDLESS_CYCLE for r, _ in rules(steps, [*moves, move("c", "d", "x")]))


def test_a_decision_at_which_ways_only_meet_is_superfluous():
    steps, moves = good()
    steps.append(step("x", StepKind.DECISION))
    moves += [move("a", "x"), move("b", "x"), move("x", "d", "on")]
    assert (Rule.SUPERFLUOUS_DECISION, ("x",)) in rules(steps, moves)


def test_evidence_from_one_level_or_none_is_told_and_an_unheard_map_says_so_once():
    steps, moves = good()
    found = rules(steps, moves, heard={**HEARD, "b": {"L1"}, "c": set()})
    assert {(Rule.ONE_LEVEL, ("b",)), (Rule.NO_EVIDENCE, ("c",))} <= found
    assert rules(steps, moves, heard={}) == {(Rule.NO_EVIDENCE, ())}


def test_an_empty_lane_is_told():
    assert (Rule.EMPTY_LANE, ("ED",)) in rules(*good(), lanes=(*LANES, "ED"))


def test_a_chain_needs_owners_and_frequencies():
    nodes = [
        DataNode(code="a", name="Visit", kind=NodeKind.SOURCE_EVENT, owner_level="L5"),
        DataNode(code="b", name="Sheet", kind=NodeKind.SPREADSHEET),
        DataNode(code="c", name="Report", kind=NodeKind.REPORT, owner_level="L1"),
    ]
    flows = [
        DataFlow(code="x", source="a", target="b", frequency=Frequency.DAILY),
        DataFlow(code="y", source="b", target="c"),
    ]
    found = [(it.rule, it.codes) for it in lint_chain(nodes, flows, HEARD)]
    assert found == [(Rule.NO_OWNER, ("b",)), (Rule.NO_FREQUENCY, ("y",))]


def test_the_gravest_comes_first():
    steps, moves = good()
    steps.append(step("x", lane=None))
    moves.append(move("b", "gone"))
    order = [ORDER.index(it.rule) for it in lint_process(steps, moves, LANES, {})]
    assert order == sorted(order)
