"""The title is what the figures allow to say, no more; the three sentences stand behind it."""

from dataclasses import replace
from datetime import date

import pytest

from cxo_desktop import assets
from cxo_desktop.app.brief_facts import gather
from cxo_desktop.app.brief_message import need_and_ask, subtitle, summary, title
from cxo_desktop.domain.datachain import DataFlow, Scenario
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.enums import NoteKind, Stance
from cxo_desktop.domain.findings import Evidence, Finding, Recommendation
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.domain.themes import Theme
from cxo_desktop.exchange.engagement_json import read_dossier

ON = date(2026, 10, 30)


@pytest.fixture(scope="module")
def sample():
    return read_dossier(assets.resource("samples/nandini.json").read_text("utf-8")).dossier


@pytest.fixture(scope="module")
def without_asks(sample):
    return sample.with_records(Note, [n for n in sample.all(Note) if n.kind is not NoteKind.ASK])


def told(dossier):
    return title(gather(dossier, ON))


def test_the_need_comes_before_the_ask_with_the_age_of_a_figure(sample):
    assert (
        told(sample)
        == "Put the data chain before dashboards: figures are 26 days old when you decide"
    )


def test_without_a_chain_the_title_says_no_age(sample):
    assert told(sample.with_records(DataFlow, ())) == "Put the data chain before dashboards"


def test_another_need_is_another_title(sample):
    themes = [
        replace(it, need_area="skills") if it.need_area == "data_chain" else it
        for it in sample.all(Theme)
    ]
    assert told(sample.with_records(Theme, themes)) == "Put skills before dashboards"


def test_too_few_needs_are_not_compared(sample):
    few = gather(sample.with_records(Note, sample.all(Note)[:18]), ON)
    assert need_and_ask(few) is None


def test_then_the_best_founded_finding_speaks(without_asks):
    assert told(without_asks).startswith("The monthly figures are about four weeks old")


def test_a_weak_finding_is_a_first_sign(without_asks):
    evidence = [Evidence(finding="FN9", target="N011")]
    dossier = without_asks.with_records(
        Finding, [f for f in without_asks.all(Finding) if f.code == "FN9"]
    )
    assert told(dossier.with_records(Evidence, evidence)) == (
        "A first sign, not confirmed yet: The free tools cost the most staff time"
    )
    against = Evidence(finding="FN9", target="N017", stance=Stance.CONTRADICTS)
    assert told(dossier.with_records(Evidence, [*evidence, against])) == (
        "Not agreed yet: The free tools cost the most staff time"
    )


def test_then_the_age_of_a_figure(without_asks):
    dossier = without_asks.with_records(Finding, ())
    assert told(dossier) == "Figures are 26 days old when you decide"


def test_at_last_how_little_is_known():
    bare = Dossier(engagement=Engagement(code="E", organisation="Asha Trust"))
    assert told(bare) == "Nobody has been heard yet: the interviews come first"
    noted = bare.with_records(Note, [Note(code="N1", text="Seen a register.")])
    assert told(noted) == "Too early for an answer: 1 note so far"
    assert summary(gather(bare, ON)) == ()


def test_the_subtitle_says_from_what_and_when(sample):
    assert subtitle(gather(sample, ON)) == (
        "For the Executive Director. From 10 interviews at 5 levels. As of 30 October 2026."
    )
    planned = sample.with_records(Interview, ())
    assert "No interview has been held by 30 October 2026" in subtitle(gather(planned, ON))


def test_situation_complication_and_answer(sample):
    parts = {it.label: it.text for it in summary(gather(sample, ON))}
    assert parts["Situation"].startswith(
        "The first ask was “Tableau dashboards for all programme heads”."
    )
    assert "1 % of the needs" in parts["Situation"]
    assert "7 of its 8 steps are done by hand" in parts["Complication"]
    assert "down to 2.2 days" in parts["Answer"]
    assert "free 1,542 staff hours a month" in parts["Answer"]
    assert "would leave it at 24 days" in parts["Answer"]


def test_without_scenarios_the_answer_is_the_first_recommendation(sample):
    dossier = sample.with_records(Scenario, ())
    answer = {it.label: it.text for it in summary(gather(dossier, ON))}["Answer"]
    assert answer.startswith("Accept the entry in the app")
    silent = dossier.with_records(Recommendation, ())
    assert "Answer" not in {it.label for it in summary(gather(silent, ON))}


def test_our_own_sentences_are_short(sample):
    for part in summary(gather(sample, ON)):
        for sentence in part.text.split(". "):
            assert len(sentence.split()) <= 25, sentence


def test_a_finding_that_is_the_title_is_not_said_again(without_asks):
    no_chain = without_asks.with_records(DataFlow, ())
    assert "Complication" not in {it.label for it in summary(gather(no_chain, ON))}


def test_without_a_chain_the_best_finding_is_the_complication(sample):
    parts = summary(gather(sample.with_records(DataFlow, ()), ON))
    told = {it.label: it.text for it in parts}
    assert told["Complication"].startswith("The monthly figures are about four weeks old")
