import pytest

from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.brief_parts.table import Table
from cxo_desktop.render.brief_parts.text import TaggedParagraph, plain


def table(count):
    head = [TaggedParagraph(it, style.HEAD, "TH", scope="Column") for it in ("Name", "Number")]
    rows = [
        [plain(f"row {n}", style.CELL, "TD"), plain(str(n), style.CELL, "TD")] for n in range(count)
    ]
    return Table(head, rows, [200, 100])


def test_it_is_tagged_row_by_row(draw):
    drawn = draw(table(2))
    assert drawn.text == "Name Number row 0 0 row 1 1"
    row = ["TR", "TD", "TD"]
    assert drawn.roles == ["Table", "TR", "TH", "TH", *row, *row]


def test_it_splits_between_rows_and_repeats_its_head(draw):
    whole = table(10)
    height = whole.wrap(300, 700)[1]
    first, second = whole.split(300, height / 2)
    assert draw(first).text.startswith("Name Number row 0")
    assert draw(second).text.startswith("Name Number row ")
    assert draw(first).height <= height / 2
    assert draw(second).text.endswith("row 9 9")


def test_it_does_not_leave_one_row_alone():
    whole = table(3)
    head_and_row = whole.wrap(300, 700)[1] / 2
    assert whole.split(300, head_and_row) == []


def test_a_row_is_as_high_as_its_highest_cell(draw):
    head = [TaggedParagraph("Head", style.HEAD, "TH")]
    low, high = ([plain(words, style.CELL, "TD")] for words in ("short", "long " * 40))
    heights = [draw(Table(head, [row], [100])).height for row in (low, high)]
    assert heights[1] > heights[0] + 5 * style.CELL.leading


def test_rows_of_another_length_are_refused():
    head = [TaggedParagraph("Head", style.HEAD, "TH")]
    with pytest.raises(ValueError, match="zip"):
        Table(head, [[plain("a", style.CELL), plain("b", style.CELL)]], [100]).wrap(300, 700)
