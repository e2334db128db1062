import io
from datetime import date

import pypdfium2

from cxo_desktop.domain.briefs import Brief
from cxo_desktop.render.brief_parts.furniture import furniture
from cxo_desktop.render.pdf_canvas import About, TaggedCanvas


def page(organisation="Asha Trust", *, size=None):
    brief = Brief(
        organisation=organisation,
        title="Title",
        subtitle="",
        reader="Confidential: for the Executive Director",
        author="Fractional CxO",
        subject="Subject",
        dated="Brief of 30 October 2026",
        page_words="Page {page} of {pages}",
        on=date(2026, 10, 30),
        language="en",
    )
    held = io.BytesIO()
    canvas = TaggedCanvas(held, About("T", "A", "S", "en", brief.on))
    if size:
        canvas.setPageSize(size)
    furniture(brief, 7)(canvas)
    assert not canvas.tags.root.kids, "furniture is not read aloud"
    canvas.save()
    document = pypdfium2.PdfDocument(held.getvalue())
    try:
        words = document[0].get_textpage()
        boxes = [words.get_charbox(at) for at in range(words.count_chars())]
        return words.get_text_range(), max(box[2] for box in boxes)
    finally:
        document.close()


def test_every_page_says_whose_it_is_from_when_and_which():
    text, right = page()
    for words in ("Asha Trust", "Confidential", "Brief of 30 October 2026", "Page 1 of 7"):
        assert words in text
    assert right <= 595 - 47


def test_a_long_name_does_not_run_into_the_reader():
    text, _ = page("A trust with a very long name indeed " * 8)
    assert "…" in text
    assert "Confidential: for the Executive Director" in text


def test_a_turned_page_is_furnished_to_its_edge():
    assert 595 < page(size=(842, 595))[1] <= 842 - 47
