"""The map in a PDF: vector text that can be found, at the right place, never too small."""

import io

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.drawing import Drawing, Orientation
from cxo_desktop.domain.enums import FlowMethod
from cxo_desktop.render import chain_map, pdf_map


def draw(nodes, flows, tools=None, **changes) -> Drawing:
    facts = {
        "title": "Data chain",
        "on_path": frozenset({"F08"}),
        "hours": {"F08": 449},
        "tool_names": tools or {},
        "evidence": {"D05": 8},
        "pains": {},
        "orientation": Orientation.TB,
        "fit": (500, 700),
    }
    return chain_map.draw_chain(nodes, flows, **(facts | changes))


def pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def test_the_map_is_one_page_of_text_that_can_be_found(sample_chain) -> None:
    (text,) = pages(pdf_map.to_pdf(draw(*sample_chain)))
    for words in (
        "Data chain",
        "Supervisor Google Sheet",
        "monthly, copied by hand",
        "19",
        "8 notes",
    ):
        assert words in text
    assert "Typed again (taken as broken)" in text


def test_hindi_names_are_shaped_and_come_back_whole() -> None:
    names = ("मासिक समीक्षा बैठक", "क्षेत्रीय कार्यकर्ता रजिस्टर")
    nodes = [DataNode(code=f"D{k}", name=name) for k, name in enumerate(names)]
    (text,) = pages(pdf_map.to_pdf(draw(nodes, [])))
    for name in names:
        assert name in text


def test_words_that_the_font_lacks_leave_no_empty_boxes() -> None:
    (text,) = pages(pdf_map.to_pdf(draw([DataNode(code="D1", name="Visit ✓ தமிழ்")], [])))
    assert "Visit ok" in text
    assert "த" not in text


def test_no_text_is_smaller_than_seven_points_so_large_maps_take_pages() -> None:
    nodes = [DataNode(code=f"D{k:02}", name=f"Place number {k}") for k in range(140)]
    flows = [
        DataFlow(code=f"F{k:02}", source=f"D{k:02}", target=f"D{k + 1:02}", method=FlowMethod.API)
        for k in range(139)
    ]
    texts = pages(pdf_map.to_pdf(draw(nodes, flows)))
    assert len(texts) > 1
    assert f"Page {len(texts)} of {len(texts)}" in texts[-1]
    whole = "\n".join(texts)
    assert all(f"Place number {k}" in whole for k in range(140))


def test_the_same_drawing_gives_the_same_bytes(sample_chain) -> None:
    drawing = draw(*sample_chain)
    assert pdf_map.to_pdf(drawing) == pdf_map.to_pdf(drawing)


def test_fonts_are_embedded_and_nothing_is_a_picture(sample_chain) -> None:
    data = pdf_map.to_pdf(draw(*sample_chain))
    assert b"/FontFile2" in data
    assert b"/Subtype /Image" not in data
    assert b"Helvetica" not in data


def test_a_painted_map_stands_where_it_was_put() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(400, 400), initialFontName="Helvetica")
    drawing = draw([DataNode(code="D1", name="Here")], [])
    pdf_map.paint(canvas, drawing, 100, 200, 0.5)
    canvas.showPage()
    canvas.save()
    page = pypdfium2.PdfDocument(stream.getvalue())[0]
    left, bottom, right, top = _reach(page)
    assert left >= 100
    assert bottom >= 200
    assert right <= 100 + drawing.width / 2
    assert top <= 200 + drawing.height / 2


def _reach(page) -> tuple[float, float, float, float]:
    boxes = [piece.get_bounds() for piece in page.get_objects()]
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def test_an_empty_map_still_gives_a_page() -> None:
    (text,) = pages(pdf_map.to_pdf(draw([], [])))
    assert "Nothing is on this map yet." in text


@pytest.mark.parametrize("name", ["<b>bold</b> & co", "a" * 500, "\x00\ud800x", ""])
def test_odd_names_do_not_break_a_page(name: str) -> None:
    assert len(pages(pdf_map.to_pdf(draw([DataNode(code="D1", name=name)], [])))) == 1
