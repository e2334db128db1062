"""The legend is set in rows that fit."""

from itertools import pairwise

from cxo_desktop.domain.drawing import Ink, LegendEntry
from cxo_desktop.render import legend

ENTRIES = [LegendEntry(text, Ink.BAD, 1, (5, 3)) for text in ("Works", "Fragile", "Broken: typed")]


def test_a_wide_legend_takes_one_row_and_its_parts_stand_apart() -> None:
    key = legend.place(ENTRIES, 10, 900)
    assert key.height == legend.ROW
    for one, other in pairwise(key.samples):
        assert one.line.x + one.line.width + 8 < other.start.x


def test_a_narrow_legend_breaks_into_rows() -> None:
    key = legend.place(ENTRIES, 10, 100)
    assert key.height == 3 * legend.ROW
    assert {sample.start.x for sample in key.samples} == {10}
    assert all(0 < sample.line.y < key.height for sample in key.samples)


def test_an_empty_legend_takes_no_room() -> None:
    assert legend.place([], 0, 100) == legend.Legend((), 0)
