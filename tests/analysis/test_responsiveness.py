"""Engagement health."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.analysis.figures import Colour, Remark
from cxo_desktop.analysis.responsiveness import Waiting, median_days, responsiveness
from cxo_desktop.domain.actions import Action, CheckIn, Dispatch

TODAY = date(2026, 6, 30)


def waits(*days, still_open=()):
    done = [Waiting(f"D{n}", day, answered=True) for n, day in enumerate(days)]
    return done + [Waiting(f"O{n}", day, answered=False) for n, day in enumerate(still_open)]


def sent(*days, still_open=()):
    """Dispatches that were answered after so many days, and some still open for so many."""
    answered = [
        Dispatch(
            code=f"D{n}",
            sent_on=TODAY - timedelta(days=60),
            first_response_on=TODAY - timedelta(days=60 - day),
        )
        for n, day in enumerate(days)
    ]
    waiting = [
        Dispatch(code=f"O{n}", sent_on=TODAY - timedelta(days=day))
        for n, day in enumerate(still_open)
    ]
    return answered + waiting


def met(invited, attended):
    return [CheckIn(ed_invited=True, ed_attended=n < attended) for n in range(invited)]


def test_the_sample_responds_as_expected(sample, expected):
    assert responsiveness(sample).as_json() == expected["responsiveness"]


def test_a_silent_organisation_is_not_flattered():
    """A plain median of the answered would say 3 days."""
    assert median_days(waits(3, 3, still_open=[20, 25, 30])) is None


def test_without_open_ones_it_is_the_plain_lower_median():
    assert median_days(waits(1, 4, 9)) == 4
    assert median_days(waits(1, 4, 9, 20)) == 4


def test_a_hand_worked_survival_curve():
    """3 of 4 left, then one open leaves at 5, then 1 of 2: 0.75, 0.375 at day 8."""
    assert median_days(waits(2, 8, 12, still_open=[5])) == 8


@given(
    st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=12),
)
def test_the_median_is_where_the_curve_reaches_half(cases):
    found = median_days([Waiting(str(n), *case) for n, case in enumerate(cases)])
    survival, reached = Fraction(1), None
    for day in range(31):
        at_risk = sum(waited >= day for waited, _ in cases)
        answered = sum(waited == day and done for waited, done in cases)
        if at_risk:
            survival *= Fraction(at_risk - answered, at_risk)
        if reached is None and survival <= Fraction(1, 2):
            reached = day
    assert found == reached


@pytest.mark.parametrize(
    ("days", "still_open", "colour"),
    [
        ([7, 7, 7], [], Colour.GREEN),
        ([8, 8, 8], [], Colour.AMBER),
        ([14, 14, 14], [], Colour.AMBER),
        ([15, 15, 15], [], Colour.RED),
        ([1], [15, 15, 15], Colour.RED),
        ([], [14, 14, 14], Colour.GREY),
        ([1, 1], [], Colour.GREY),
    ],
)
def test_colour_of_the_answers(make, days, still_open, colour):
    assert responsiveness(make(*sent(*days, still_open=still_open))).colours[0] is colour


@pytest.mark.parametrize(
    ("invited", "attended", "colour"),
    [(3, 3, Colour.GREEN), (3, 2, Colour.AMBER), (3, 1, Colour.AMBER), (4, 1, Colour.RED),
     (2, 0, Colour.GREY)],
)  # fmt: skip
def test_colour_of_attendance_follows_the_settings(make, invited, attended, colour):
    assert responsiveness(make(*met(invited, attended))).colours[1] is colour


def test_only_actions_of_the_organisation_that_are_due_are_judged(make):
    due = TODAY - timedelta(days=1)
    figure = responsiveness(
        make(
            Action(code="A1", side="NGO", due_on=due, done_on=due),
            Action(code="A2", side="NGO", due_on=due, done_on=TODAY),
            Action(code="A3", side="NGO", due_on=due),
            Action(code="A4", side="NGO", due_on=TODAY + timedelta(days=1)),
            Action(code="A5", side="Consultant", due_on=due),
            Action(code="A6", side="NGO"),
        )
    )
    assert (figure.due, figure.on_time, figure.overdue) == (
        ("A1", "A2", "A3"), ("A1",), ("A3", "A5")
    )  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "attended", "health"),
    [
        ([1, 1, 1], 3, Colour.GREEN),
        ([20, 20, 20], 3, Colour.RED),
        ([1, 1, 1], 0, Colour.RED),
        ([10, 10, 10], 3, Colour.AMBER),
        ([], 3, Colour.GREEN),
    ],
)
def test_overall_health(make, answers, attended, health):
    assert responsiveness(make(*sent(*answers), *met(3, attended))).health is health


def test_late_actions_alone_make_it_amber_not_red(make):
    late = [Action(code=f"A{n}", side="NGO", due_on=TODAY) for n in range(3)]
    figure = responsiveness(make(*sent(1, 1, 1), *met(3, 3), *late))
    assert figure.colours[2] is Colour.RED
    assert figure.health is Colour.AMBER


def test_an_empty_engagement_is_grey_and_claims_nothing(make):
    figure = responsiveness(make())
    told = figure.as_json()
    assert (told["response_median_days"], told["slowest_days"], told["ed_attendance"]) == (
        None, None, None
    )  # fmt: skip
    assert figure.health is Colour.GREY
    assert figure.too_early


def test_without_a_day_to_stand_on_nothing_is_overdue_and_it_is_told(make):
    late = Action(code="A1", side="NGO", due_on=TODAY)
    figure = responsiveness(make(late, *sent(still_open=[5, 5, 5]), as_of=None))
    assert figure.overdue == ()
    assert figure.remarks == (Remark.NO_DATE,)


@pytest.mark.parametrize(
    ("sent", "answered", "uncertain"),
    [
        (date(2026, 6, 1), date(2026, 6, 2), False),
        (date(2026, 6, 1), None, False),
        (date(2026, 6, 2), date(2026, 6, 1), True),
        (date(2026, 7, 1), None, True),
        (date(2026, 6, 1), date(2026, 7, 1), True),
    ],
)
def test_days_that_contradict_each_other_are_told_and_never_below_zero(
    make, sent, answered, uncertain
):
    figure = responsiveness(make(Dispatch(code="D", sent_on=sent, first_response_on=answered)))
    assert (Remark.CLOCK in figure.remarks) == uncertain
    assert figure.waits[0].days >= 0
