"""Two maps: what was added, removed, moved and changed, also when codes differ."""

from cxo_desktop.analysis.map_differences import Change, of_chains, of_processes
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.processes import Step, Transition


def process(*steps, moves=()):
    return steps, tuple(Transition(source=a, target=b) for a, b in moves)


A = Step(code="s1", lane="Field", label="Visit home", touch_minutes=18)
B = Step(code="s2", lane="Field", label="Write register")


def test_the_same_map_has_no_differences():
    one = process(A, B, moves=[("s1", "s2")])
    found = of_processes(one, one)
    assert (found.added, found.removed, found.moved, found.changed) == ((), (), (), ())


def test_steps_match_by_their_words_when_codes_are_others():
    new = Step(code="t9", lane="Office", label="Write  Register", touch_minutes=3)
    third = Step(code="t3", lane="Office", label="Sign")
    found = of_processes(
        process(A, B, moves=[("s1", "s2")]),
        process(
            Step(code="t1", lane="Field", label="Visit home", touch_minutes=10),
            new,
            third,
            moves=[("t1", "t9"), ("t9", "t3")],
        ),
    )
    assert found.added == ("t3", "t9>t3")
    assert found.removed == ()
    assert found.moved == (Change("t9", "lane", "Field", "Office"),)
    assert Change("t1", "touch_minutes", 18, 10) in found.changed
    assert ("s2", "t9") in found.pairs


def test_a_code_that_means_something_else_is_no_match():
    other = Step(code="s1", lane="Office", label="Pay salaries")
    found = of_processes(process(A), process(other))
    assert (found.added, found.removed) == (("s1",), ("s1",))


def test_a_flow_that_ends_elsewhere_has_moved():
    nodes = [DataNode(code=c, name=c) for c in "abc"]
    found = of_chains(
        (nodes, [DataFlow(code="f", source="a", target="b", staff_hours_per_month=3)]),
        (nodes[:2], [DataFlow(code="f", source="a", target="c")]),
    )
    assert found.removed == ("c",)
    assert found.moved == (Change("f", "target", "b", "c"),)
    assert found.changed == (Change("f", "staff_hours_per_month", 3, None),)
