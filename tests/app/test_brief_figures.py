"""Tiles and charts: each figure once, what is not known not shown, claims that are true."""

from dataclasses import replace
from datetime import date

import pytest

from cxo_desktop import assets
from cxo_desktop.app.brief_facts import gather
from cxo_desktop.app.brief_figures import asked_needed, coverage_ladder, health, tiles
from cxo_desktop.domain.actions import Action, CheckIn, Dispatch
from cxo_desktop.domain.briefs import Mood
from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement, Level
from cxo_desktop.domain.interviews import Note
from cxo_desktop.exchange.engagement_json import read_dossier

ON = date(2026, 10, 30)


@pytest.fixture(scope="module")
def sample():
    return read_dossier(assets.resource("samples/nandini.json").read_text("utf-8")).dossier


@pytest.fixture
def bare():
    return gather(Dossier(engagement=Engagement(code="E")), ON)


def test_four_tiles_with_the_best_known_figures(sample):
    made = {it.label: it for it in tiles(gather(sample, ON))}
    assert {label: it.value for label, it in made.items()} == {
        "Heard of those wanted": "12 of 16",
        "Age of a figure": "26 days",
        "Moving data": "1,432 h",
        "The first ask meets": "1 %",
    }
    assert made["Heard of those wanted"].mood is Mood.WATCH
    assert made["Age of a figure"].note.endswith("48 days")


def test_what_is_not_known_has_no_tile(sample, bare):
    assert tiles(bare) == ()
    labels = [it.label for it in tiles(gather(sample.with_records(DataFlow, ()), ON))]
    assert labels == ["Heard of those wanted", "The first ask meets", "Consents", "Findings"]


def test_more_heard_than_wanted_does_not_hide_a_level(sample):
    levels = [replace(it, target=1 if it.target else 0) for it in sample.all(Level)]
    first = tiles(gather(sample.with_records(Level, levels), ON))[0]
    assert first.value == "5 of 5"
    assert first.note == "every level heard"
    assert first.mood is Mood.PLAIN


def test_shares_add_up_and_the_claim_is_one_of_them(sample):
    chart = asked_needed(gather(sample, ON))
    assert chart.title == "Dashboards: 100 % of the ask, 1 % of the need"
    assert sum(it.first for it in chart.pairs) == pytest.approx(1)
    assert sum(it.second for it in chart.pairs) == pytest.approx(1)
    assert [it.label for it in chart.pairs][-2:] == ["Dashboards", "5 other areas"]
    assert chart.pairs[0].first_words == "not asked"
    assert "Data chain: not asked, needed 50 %" in chart.alt


def test_asked_and_needed_wait_until_enough_is_known(sample, bare):
    assert asked_needed(bare) is None
    assert asked_needed(gather(sample.with_records(Note, sample.all(Note)[:18]), ON)) is None


def test_the_ladder_marks_levels_hardly_heard(sample, bare):
    chart = coverage_ladder(gather(sample, ON))
    assert chart.title == "Not heard enough yet: Programme heads and Field workers"
    assert [it.words for it in chart.rungs] == ["2 of 2", "1 of 2", "3 of 3", "3 of 3", "3 of 6"]
    assert [it.mood for it in chart.rungs].count(Mood.WATCH) == 2
    assert coverage_ladder(bare) is None


def test_health_has_its_numbers(sample):
    made = health(gather(sample, ON))
    assert (made.word, made.mood) == ("healthy", Mood.GOOD)
    assert made.text == (
        "Replies in 5 days; the slowest took 19 days; you came to 8 of 9 check-ins; "
        "7 of 10 actions of yours in time."
    )


def test_silence_is_not_healthy(sample, bare):
    assert health(bare) is None
    sent = [replace(it, first_response_on=None) for it in sample.all(Dispatch)]
    made = health(gather(sample.with_records(Dispatch, sent), ON))
    assert (made.word, made.mood) == ("at risk", Mood.BAD)


def test_two_cases_are_too_early_to_judge(sample):
    dossier = sample.with_records(Dispatch, sample.all(Dispatch)[:2])
    dossier = dossier.with_records(CheckIn, ()).with_records(Action, ())
    made = health(gather(dossier, ON))
    assert (made.word, made.mood) == ("too early", Mood.PLAIN)
