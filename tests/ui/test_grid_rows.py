"""Levels across visits, in rings and in words."""

from datetime import date

from cxo_desktop.app.people import Cell, LevelLine
from cxo_desktop.app.visits import Visit
from cxo_desktop.ui.grid_rows import grid_rows, visit_word


def line(done, target, *cells):
    return LevelLine("L5", "Field", cells, done, target)


def test_rings_words_and_gaps():
    (row,) = grid_rows([line(2, 6, Cell(("A", "B"), ("C",)), Cell((), ()))])
    assert row.cells == ("●●○", "")
    assert row.spoken == ("2 heard, 1 planned", "nobody")
    assert (row.sum, row.gap) == ("2 of 6", "GAP: 4 to go")
    assert grid_rows([line(4, 6)])[0].gap == "2 to go"
    assert grid_rows([line(7, 6)])[0].gap == ""
    assert grid_rows([line(0, None)])[0].sum == grid_rows([line(0, 0)])[0].sum == "0, no target"


def test_visits_in_words():
    june = date(2026, 6, 3)
    assert visit_word(Visit(june, june)) == "3 Jun"
    assert visit_word(Visit(june, date(2026, 6, 5))) == "3 to 5 Jun"
    assert visit_word(Visit(date(2026, 5, 30), june)) == "30 May to 3 Jun"
    assert visit_word(Visit(None, None)) == "no date yet"
