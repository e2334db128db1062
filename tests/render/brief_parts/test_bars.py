from cxo_desktop.domain.briefs import Ladder, Mood, Pair, PairChart, Rung
from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.brief_parts.bars import PairBars, Rungs, charts

PAIRS = (
    Pair("Dashboards", 1.0, 0.01, "asked 100 %", "needed 1 %"),
    Pair("Data chain", 0.0, 0.5, "not asked", "needed 50 %"),
)
CHART = PairChart("Dashboards: 100 % of the ask", "asked", "needed", PAIRS, "Caption.", "In words.")
RUNGS = (Rung("Leaders", 2, 2, "2 of 2"), Rung("Field", 1, 6, "1 of 6", Mood.WATCH))
LADDER = Ladder("Not heard enough yet", RUNGS, "Caption.", "Levels in words.")


def test_every_bar_has_its_number_beside_it(draw):
    drawn = draw(PairBars(CHART, 33))
    for words in ("Dashboards", "asked 100 %", "needed 1 %", "not asked", "needed 50 %"):
        assert words in drawn.text
    assert drawn.roles == ["Figure"]
    assert drawn.alts == ["In words."]
    assert drawn.height == 66


def test_bars_and_their_numbers_stay_inside(draw):
    for width in (150, 240, style.WIDTH):
        assert draw(PairBars(CHART, 33), width).ink[2] <= width + 1
        assert draw(Rungs(RUNGS, "Words.", 27), width).ink[2] <= width + 1


def test_more_heard_than_wanted_is_drawn_to_scale(draw):
    many = (Rung("Leaders", 9, 2, "9 of 2"), *RUNGS)
    assert draw(Rungs(many, "Words.", 27), 240).ink[2] <= 241


def test_charts_stand_side_by_side_under_their_claims(draw):
    drawn = draw(charts(CHART, LADDER, row=33))
    assert drawn.roles == ["H2", "Figure", "P", "H2", "Figure", "P"]
    assert "Dashboards: 100 % of the ask" in drawn.text


def test_a_chart_may_be_missing():
    assert charts(None, None, row=33) is None
    assert charts(None, LADDER, row=33) is not None
