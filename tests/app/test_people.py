"""Who was heard when, who is planned, what only one person knows."""

from datetime import date

import pytest

from cxo_desktop.app import history, people
from cxo_desktop.app.forget import withdraw_consent
from cxo_desktop.app.indicators import indicators
from cxo_desktop.domain.enums import InterviewStatus
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.interviews import Interview
from cxo_desktop.domain.people import Person, PersonName


def test_the_grid_counts_as_the_indicator_does(sample):
    figures = indicators(sample.dossier(), sample.today())["coverage"]["per_level"]
    for line in people.grid(sample.dossier()):
        if line.target:
            assert (line.done, line.target) == (
                figures[line.level]["done"],
                figures[line.level]["target"],
            )
            assert line.to_go == max(0, line.target - line.done)


def test_what_only_one_person_knows(sample):
    figures = indicators(sample.dossier(), sample.today())["bus_factor"]["single_points"]
    standing = {it.person.code: it for it in people.standings(sample.dossier())}
    alone = {code: sorted({p for p, _s in it.alone}) for code, it in standing.items() if it.alone}
    assert alone == {code: sorted(processes) for code, processes in figures.items()}
    assert standing["P07"].last_heard == date(2026, 6, 10)


def test_an_interview_is_planned_and_unplanned(sample):
    planned = people.plan_interview(sample, person="P14", on=date(2026, 10, 5), guide="G-FIELD")
    assert planned.status is InterviewStatus.PLANNED
    assert planned.requested_on == sample.today()
    assert people.grid(sample.dossier())[-1].cells[-2].planned == ("P14",)
    history.undo(sample)
    assert not sample.find(Interview, code=planned.code)
    with pytest.raises(NotFound):
        people.plan_interview(sample, person="P99", on=None, guide=None)


def test_a_person_and_the_name_are_kept_apart_in_one_operation(sample):
    code = people.save_person(sample, None, {"role": "Cook", "level": "L5"}, " Meena  ")
    assert sample.get(Person, code).level == "L5"
    assert [it.full_name for it in sample.find(PersonName, person=code)] == ["Meena"]
    people.save_person(sample, code, {"role": "Head cook"}, "")
    assert sample.find(PersonName, person=code) == ()
    history.undo(sample)
    assert sample.find(PersonName, person=code)[0].full_name == "Meena"
    assert sample.get(Person, code).role == "Cook"
    with pytest.raises(InputRefused):
        people.save_person(sample, None, {"role": " "}, "Somebody")


def test_a_withdrawal_blocks_what_was_told_before(sample):
    before = people.blocked(sample.dossier())
    would = people.blocked_with(sample.dossier(), "P05")
    assert would
    withdraw_consent(sample, "P05")
    assert people.blocked(sample.dossier()) == before | set(would)
