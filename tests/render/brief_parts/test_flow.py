import io
from datetime import date

import pytest

from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.brief_parts.boxes import Space
from cxo_desktop.render.brief_parts.flow import Flow, height_of
from cxo_desktop.render.brief_parts.table import Table
from cxo_desktop.render.brief_parts.text import TaggedParagraph, plain
from cxo_desktop.render.pdf_canvas import About, TaggedCanvas


@pytest.fixture
def pages():
    return []


@pytest.fixture
def flow(pages):
    canvas = TaggedCanvas(io.BytesIO(), About("T", "A", "S", "en", date(2026, 1, 1)))
    canvas.heading("Title", 0)
    return Flow(canvas, lambda drawn: pages.append((drawn.getPageNumber(), drawn.size)))


def test_parts_fill_a_page_from_the_top(flow, pages):
    flow.place(Space(style.HEIGHT / 4), before=50)
    assert flow.filled == pytest.approx(0.25), "no gap stands at the top of a page"
    flow.place(Space(10), before=20)
    assert flow.room == pytest.approx(style.HEIGHT * 0.75 - 30)
    assert len(pages) == 1


def test_what_belongs_together_moves_together(flow, pages):
    flow.place(Space(style.HEIGHT - 40))
    flow.place(plain("Heading", style.HEADING, "H2"), Space(30))
    assert [number for number, _ in pages] == [1, 2]
    assert flow.room == pytest.approx(style.HEIGHT - style.HEADING.leading - 30)


def test_a_page_can_be_turned_and_back(flow, pages):
    flow.new_page(turned=True)
    flow.place(Space(10))
    flow.new_page()
    widths = [round(size[0]) for _, size in pages]
    assert widths == [595, 842, 595]


def rows(count):
    head = [TaggedParagraph("Head", style.HEAD, "TH")]
    return Table(head, [[plain(f"row {n}", style.CELL, "TD")] for n in range(count)], [200])


def test_a_long_table_goes_on_over_pages(flow, pages):
    assert height_of(rows(100)) > 2 * style.HEIGHT
    flow.place(plain("Heading", style.HEADING, "H2"), rows(100))
    assert len(pages) == 3


def test_what_fits_on_no_page_is_an_error_and_not_lost(flow):
    with pytest.raises(ValueError, match="does not fit on a page"):
        flow.place(Space(style.HEIGHT + 1))
