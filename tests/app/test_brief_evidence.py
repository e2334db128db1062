"""Findings with what speaks for and against them, and an honest end."""

from dataclasses import replace
from datetime import date

import pytest

from cxo_desktop import assets
from cxo_desktop.app.brief_evidence import closing, finding_table, quote
from cxo_desktop.app.brief_facts import gather
from cxo_desktop.domain.briefs import Mood
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.findings import Evidence, Finding
from cxo_desktop.exchange.engagement_json import read_dossier

ON = date(2026, 10, 30)


@pytest.fixture(scope="module")
def sample():
    return read_dossier(assets.resource("samples/nandini.json").read_text("utf-8")).dossier


@pytest.fixture
def bare():
    return gather(Dossier(engagement=Engagement(code="E")), ON)


def test_the_table_counts_levels_and_interviews(sample):
    table = finding_table(gather(sample, ON))
    first = table.rows[0]
    assert (first.levels, first.interviews_for, first.interviews_against) == (5, 6, 0)
    assert (first.grade, first.mood) == ("strong", Mood.GOOD)
    assert table.title == "8 of 11 findings rest on strong evidence"
    assert table.caption == "5 more findings are not shown: 3 strong and 2 weak."


def test_a_contested_finding_is_shown_however_many_are_strong(sample):
    rows = finding_table(gather(sample, ON)).rows
    assert [it.grade for it in rows].count("contested") == 1
    assert rows[-1].interviews_against == 2


def test_contested_findings_alone_are_all_shown(sample):
    dossier = sample.with_records(Finding, [it for it in sample.all(Finding) if it.code == "FN8"])
    assert [it.grade for it in finding_table(gather(dossier, ON)).rows] == ["contested"]


def test_no_finding_no_table(bare):
    assert finding_table(bare) is None
    assert quote(bare) is None


def test_the_quote_comes_from_the_findings_shown_first(sample):
    made = quote(gather(sample, ON))
    assert made.text.startswith("अगर गलती उसी दिन दिख जाए")
    assert made.voice == "One of the Supervisors and area coordinators"


def test_a_quote_needs_a_finding_behind_it(sample):
    assert quote(gather(sample.with_records(Evidence, ()), ON)) is None


def test_a_quote_too_long_for_a_line_or_two_is_not_cut_but_left(sample):
    from cxo_desktop.domain.interviews import Note

    long = [replace(it, text=it.text * 5) for it in sample.all(Note)]
    assert quote(gather(sample.with_records(Note, long), ON)) is None


def test_the_end_says_how_we_know_and_what_we_do_not(sample):
    parts = {it.label: it.text for it in closing(gather(sample, ON))}
    assert parts["How we know"].startswith(
        "10 interviews at 5 levels with 12 people, from 3 June 2026 to 25 June 2026."
    )
    assert "complete for 11 of 12" in parts["How we know"]
    assert parts["Left out"].startswith("5 notes without consent")
    assert "Programme heads and Field workers" in parts["Not known yet"]
    assert "People disagree about 1 finding." in parts["Not known yet"]


def test_without_interviews_it_says_so(bare):
    parts = {it.label: it.text for it in closing(bare)}
    assert "No interview is marked as held" in parts["How we know"]
    assert "Left out" not in parts
    assert "too few needs" in parts["Not known yet"]
