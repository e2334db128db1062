"""Home's words and bars say what the indicators say, and nothing where nothing is known."""

from datetime import date

import pytest

from cxo_desktop import assets
from cxo_desktop.app.indicators import indicators
from cxo_desktop.domain.actions import Action, Dispatch
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.exchange.engagement_json import read_dossier
from cxo_desktop.ui import home_rows

TODAY = date(2026, 10, 30)
EMPTY = Dossier(engagement=Engagement(code="E"))


@pytest.fixture(scope="module")
def dossier():
    text = assets.resource("samples/nandini.json").read_text(encoding="utf-8")
    return read_dossier(text).dossier


@pytest.fixture(scope="module")
def figures(dossier):
    return indicators(dossier, TODAY)


@pytest.fixture(scope="module")
def nothing():
    return indicators(EMPTY, TODAY)


def test_tiles_of_the_sample(figures, dossier):
    assert home_rows.heard(figures, dossier).value == "12 of 16"
    answers = home_rows.answers(figures)
    assert (answers.value, answers.ink) == ("5 days", "ok")
    assert answers.remark == "Slowest 19 days · 1 waits still"
    assert home_rows.chain_time(figures).value == "25.8 days"
    assert home_rows.free_tools(figures).remark == "a year in staff time, for 3 tools"


def test_what_is_unknown_is_not_zero(nothing):
    shown = (
        home_rows.heard(nothing, EMPTY),
        home_rows.answers(nothing),
        home_rows.chain_time(nothing),
        home_rows.free_tools(nothing),
    )
    assert {one.value for one in shown} == {home_rows.UNKNOWN}
    assert all(one.remark for one in shown)
    assert home_rows.coverage_bars(nothing, EMPTY) == []
    assert home_rows.need_bars(nothing) == []
    assert home_rows.cost_bars(nothing) == []
    assert home_rows.weak_points(nothing, EMPTY) == []


def test_a_blind_spot_is_marked_by_more_than_its_ink(figures, dossier):
    bars = {bar.label: bar for bar in home_rows.coverage_bars(figures, dossier)}
    field = bars["Field workers"]
    assert (field.figure, field.frame, field.ink) == ("3 of 6", 6, "bad")
    assert bars["Leadership"].ink == "text"


def test_what_was_asked_first_is_always_among_the_bars(figures):
    bars = {bar.label: bar for bar in home_rows.need_bars(figures)}
    assert bars["Dashboards"].figure == "100 / 1 %"
    assert bars["Data chain"].twin.amount == pytest.approx(0.4847)
    assert len(bars) <= 6


def test_the_parts_of_a_cost_add_up(figures):
    dear = sorted(figures["true_cost"].values(), key=lambda tool: -tool["true_cost_per_year"])
    for bar, tool in zip(home_rows.cost_bars(figures), dear, strict=False):
        assert sum(s.amount for s in bar.segments) == pytest.approx(tool["true_cost_per_year"])


def test_gaps_stand_before_single_persons(figures, dossier):
    rows = home_rows.weak_points(figures, dossier)
    assert [row.aside for row in rows] == ["Nobody", "Nobody"] + ["One person"] * 3
    assert rows[2].below == "Monthly programme report"


def test_actions_by_how_late_they_are():
    actions = (
        Action(code="A1", title="done", due_on=date(2026, 1, 1), done_on=date(2026, 1, 2)),
        Action(code="A2", title="no date"),
        Action(code="A3", title="soon", due_on=date(2026, 11, 2)),
        Action(code="A4", title="late", due_on=date(2026, 10, 29)),
        Action(code="A5", title="far", due_on=date(2026, 12, 24)),
    )
    rows = home_rows.open_actions(
        Dossier(engagement=Engagement(), records={Action: actions}), TODAY
    )
    assert [row.key for row in rows] == ["A4", "A3", "A5", "A2"]
    assert [row.aside for row in rows] == ["1 day late", "2 Nov", "24 Dec", ""]
    assert [row.aside_ink for row in rows] == ["bad", "warn", "text2", "text2"]
    assert home_rows.late_words(rows) == "4 open · 1 late"
    assert home_rows.late_words(rows[1:]) == "3 open"


def test_what_waits_for_an_answer_counts_up_to_today():
    sent = (
        Dispatch(sent_on=date(2026, 10, 1), first_response_on=date(2026, 10, 4)),
        Dispatch(sent_on=date(2026, 10, 20)),
        Dispatch(),
    )
    dossier = Dossier(engagement=Engagement(), records={Dispatch: sent})
    readings = home_rows.answer_readings(dossier, TODAY)
    assert [(r.value, r.running) for r in readings] == [(3, False), (10, True)]
    assert readings[1].figure == "10 days, still waiting"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (None, None, "Figures of 30 Oct 2026"),
        (date(2026, 10, 23), None, "Figures of 30 Oct 2026 · week 2"),
        (date(2026, 10, 30), date(2026, 11, 12), "Figures of 30 Oct 2026 · week 1 of 2"),
        (date(2027, 1, 1), None, "Figures of 30 Oct 2026"),
    ],
)
def test_the_week_of_the_engagement(start, end, words):
    dossier = Dossier(engagement=Engagement(started_on=start, planned_end_on=end))
    assert home_rows.stage_words(dossier, TODAY) == words
