import io
from datetime import date

import pypdfium2

from cxo_desktop.render import pdf_fonts
from cxo_desktop.render.actual_text import draw_line
from cxo_desktop.render.pdf_canvas import About, TaggedCanvas
from cxo_desktop.render.pdf_tags import Element

ABOUT = About("Fix <the> chain & more: आशा", "Fractional CxO", "A brief", "en", date(2026, 10, 30))


def build(about=ABOUT):
    held = io.BytesIO()
    canvas = TaggedCanvas(held, about)
    canvas.heading("First", 0)
    with canvas.tagged(canvas.tags.root.add(Element("H1"))):
        draw_line(canvas, 50, 700, "First", pdf_fonts.BOLD, 20)
    with canvas.artifact("Pagination"):
        draw_line(canvas, 50, 20, "Page 1", pdf_fonts.REGULAR, 8)
    canvas.showPage()
    canvas.heading("Second", 1)
    with canvas.tagged(canvas.tags.root.add(Element("H2"))):
        draw_line(canvas, 50, 700, "Second", pdf_fonts.BOLD, 12)
    canvas.save()
    return held.getvalue()


def test_a_document_says_what_it_is_in_info_and_metadata():
    pdf = build()
    document = pypdfium2.PdfDocument(pdf)
    try:
        info = document.get_metadata_dict()
    finally:
        document.close()
    assert info["Title"] == ABOUT.title
    assert info["Author"] == "Fractional CxO"
    assert info["CreationDate"].startswith("D:20261030000000")
    assert "Fix &lt;the&gt; chain &amp; more: आशा".encode() in pdf
    assert b"<xmp:CreateDate>2026-10-30T" in pdf


def test_its_date_is_the_only_date_in_it():
    assert build() == build()
    other = About(ABOUT.title, ABOUT.author, ABOUT.subject, ABOUT.language, date(2026, 10, 31))
    assert build(other) != build()


def test_the_outline_follows_the_headings():
    document = pypdfium2.PdfDocument(build())
    try:
        entries = [
            (it.level, it.get_title(), it.get_dest().get_index()) for it in document.get_toc()
        ]
    finally:
        document.close()
    assert entries == [(0, "First", 0), (1, "Second", 1)]


def test_pages_know_their_place_in_the_tree():
    pdf = build()
    assert b"/StructParents 0" in pdf
    assert b"/StructParents 1" in pdf
    assert pdf.count(b"/Tabs /S") == 2


def test_a_page_without_tags_has_no_place_in_the_tree():
    held = io.BytesIO()
    canvas = TaggedCanvas(held, ABOUT)
    with canvas.artifact():
        canvas.rect(50, 50, 10, 10)
    canvas.save()
    assert b"/StructParents" not in held.getvalue()
