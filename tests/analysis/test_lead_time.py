"""How long a process takes, against worked cases and against walking it many times."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.analysis.lead_time import lead_time, loops, shares_out, silent_choices, solve
from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.processes import Step, Transition


def step(code, hours=1.0, kind=StepKind.TASK):
    return Step(code=code, kind=kind, wait_hours=hours)


def choice(code, hours=1.0):
    return step(code, hours, StepKind.DECISION)


def arrow(source, target, share=None, condition=None):
    return Transition(source=source, target=target, share=share, condition=condition)


def test_one_after_the_other_adds_up():
    time = lead_time([step("a", 2), step("b", 3)], [arrow("a", "b")])
    assert (time.expected, time.longest, time.longest_steps) == (5, 5, ("a", "b"))


def test_side_by_side_takes_the_longest():
    steps = [step("a"), step("b", 5), step("c", 9), step("d")]
    arrows = [arrow("a", "b"), arrow("a", "c"), arrow("b", "d"), arrow("c", "d")]
    assert lead_time(steps, arrows).expected == 11


def test_a_choice_takes_the_average_by_share():
    steps = [choice("a"), step("b", 10), step("c", 2)]
    arrows = [arrow("a", "b", 0.25), arrow("a", "c", 0.75)]
    time = lead_time(steps, arrows)
    assert time.expected == pytest.approx(1 + 2.5 + 1.5)
    assert (time.longest, time.longest_steps) == (11, ("a", "b"))


def test_a_round_takes_its_time_over_one_minus_the_share_that_goes_again():
    """T / (1 - r): 4 hours at r = 0.2 are 5 hours, then 1 hour to the end."""
    steps = [step("a", 3), choice("b", 1), step("c", 1)]
    arrows = [arrow("a", "b"), arrow("b", "a", 0.2), arrow("b", "c", 0.8)]
    assert lead_time(steps, arrows).expected == pytest.approx(6)
    (loop,) = loops(steps, arrows)
    assert (loop.steps, loop.hours, loop.again) == (("a", "b"), 4, pytest.approx(0.2))
    assert loop.rework_hours == pytest.approx(1)


def test_a_step_that_repeats_itself():
    steps = [choice("a", 2), step("b", 0)]
    arrows = [arrow("a", "a", 0.5), arrow("a", "b", 0.5)]
    assert lead_time(steps, arrows).expected == pytest.approx(4)
    assert loops(steps, arrows)[0].rework_hours == pytest.approx(2)


def test_a_round_that_is_never_left_has_no_lead_time():
    steps = [step("a"), step("b")]
    arrows = [arrow("a", "b"), arrow("b", "a")]
    assert lead_time(steps, arrows).expected is None
    assert loops(steps, arrows)[0].rework_hours is None


def test_percents_in_words_are_shares():
    ways = shares_out(choice("a"), [arrow("a", "b", condition="yes, 35%"), arrow("a", "c")])
    assert ways == (("b", 0.35), ("c", 0.65))


def test_shares_that_do_not_add_up_are_made_to():
    ways = shares_out(choice("a"), [arrow("a", "b", 0.9), arrow("a", "c", 0.9)])
    assert ways == (("b", 0.5), ("c", 0.5))
    none = shares_out(choice("a"), [arrow("a", "b", 0), arrow("a", "c", 0)])
    assert none == (("b", 0.5), ("c", 0.5))


def test_a_task_with_two_arrows_and_no_share_does_both():
    assert shares_out(step("a"), [arrow("a", "b"), arrow("a", "c")]) is None


def test_choices_that_leave_their_shares_to_guessing_are_named():
    steps = [choice("a"), choice("b"), step("c"), step("d")]
    arrows = [arrow("a", "b"), arrow("a", "c"), arrow("b", "c", 0.3), arrow("b", "d")]
    assert silent_choices(steps, arrows) == (("a", "b"), ("a",))


def test_nothing_takes_no_time():
    time = lead_time([], [])
    assert (time.expected, time.longest, time.longest_steps) == (0, 0, ())


NAMES = "abcdefgh"


@st.composite
def choices_only(draw):
    """Processes of choices in which every step may also end: no round is without a way out."""
    count = draw(st.integers(1, 8))
    steps = [choice(it, draw(st.integers(0, 9))) for it in NAMES[:count]] + [step("z", 0)]
    arrows = []
    for it in NAMES[:count]:
        targets = draw(st.lists(st.sampled_from(NAMES[:count]), max_size=2, unique=True))
        arrows += [arrow(it, target, 0.6 / len(targets)) for target in targets]
        arrows.append(arrow(it, "z", 0.4 if targets else 1))
    return steps, arrows


@given(choices_only())
def test_the_expected_time_is_the_fixed_point_of_trying_again_and_again(process):
    """Value iteration: E = own + sum of share times E, from nothing, until it stands still."""
    steps, arrows = process
    own = {it.code: it.wait_hours for it in steps}
    value = dict.fromkeys(own, 0.0)
    for _ in range(200):
        value = {
            code: own[code] + sum(it.share * value[it.target] for it in arrows if it.source == code)
            for code in own
        }
    entered = {it.target for it in arrows}
    starts = [code for code in sorted(own) if code not in entered] or list(own)
    assert lead_time(steps, arrows).expected == pytest.approx(max(value[it] for it in starts))


@st.composite
def acyclic(draw):
    count = draw(st.integers(1, 8))
    steps = [
        step(it, draw(st.integers(0, 9)), draw(st.sampled_from([StepKind.TASK, StepKind.DECISION])))
        for it in NAMES[:count]
    ]
    pairs = st.tuples(st.sampled_from(NAMES[:count]), st.sampled_from(NAMES[:count]))
    arrows = draw(st.lists(pairs.filter(lambda it: it[0] < it[1]), max_size=14, unique=True))
    return steps, [arrow(*pair) for pair in arrows]


@given(acyclic())
def test_the_longest_way_is_the_longest_of_all_ways(process):
    steps, arrows = process
    own = {it.code: it.wait_hours for it in steps}

    def longest(code):
        onward = [longest(it.target) for it in arrows if it.source == code]
        return own[code] + max(onward, default=0)

    entered = {it.target for it in arrows}
    expected = max(longest(code) for code in own if code not in entered)
    time = lead_time(steps, arrows)
    assert time.longest == expected
    assert sum(own[code] for code in time.longest_steps) == expected
    assert time.expected <= time.longest + 1e-9


def test_elimination_solves_what_was_multiplied():
    matrix = [[1 / (1 + r + 2 * c) + (3 if r == c else 0) for c in range(6)] for r in range(6)]
    wanted = [1.0, -2.0, 3.0, 0.5, 0.0, 4.0]
    rows = [[*row, sum(a * b for a, b in zip(row, wanted, strict=True))] for row in matrix]
    assert solve(rows) == pytest.approx(wanted)
    assert solve([[1.0, 1.0, 2.0], [1.0, 1.0, 2.0]]) is None
