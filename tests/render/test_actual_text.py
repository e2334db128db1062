"""Shaped text: what one sees, and what search and copy find."""

import io
import re
import shutil
import struct
import subprocess

import pypdfium2
import pytest
import reportlab
import uharfbuzz
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas

from cxo_desktop.domain.drawing import Weight
from cxo_desktop.render import actual_text, fonts, pdf_fonts

SENTENCES = [
    "क्षेत्र कार्यकर्ता की रिपोर्ट",
    "महिन्याच्या शेवटी आकडे जुळत नाहीत, मग आम्ही पुन्हा मोजतो.",
    "CommCareमें शक्ति, राष्ट्र और “हिन्दी” है। 42 बार, staff ने कहा",
    "नमन",
    "कुः कूः, दुःख",
    "The staff office filed five affidavits: ₹ 12,34,567",
]
WORD = "क्षेत्रकार्यकर्ता"


@pytest.fixture(autouse=True)
def registered():
    pdf_fonts.register()


def drawn(draw, *, compressed=1):
    held = io.BytesIO()
    canvas = Canvas(held, initialFontName=pdf_fonts.REGULAR, pageCompression=compressed)
    draw(canvas)
    canvas.save()
    return held.getvalue()


def line(text, font=None, size=12):
    return drawn(
        lambda canvas: actual_text.draw_line(canvas, 50, 700, text, font or pdf_fonts.REGULAR, size)
    )


def flowing(text, width=300):
    def draw(canvas):
        style = ParagraphStyle("p", fontName=pdf_fonts.REGULAR, fontSize=10, leading=14)
        flow = actual_text.ShapedParagraph(text, style)
        _, height = flow.wrap(width, 700)
        flow.drawOn(canvas, 50, 780 - height)

    return drawn(draw)


def read_by_pdfium(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        return " ".join(page.get_textpage().get_text_range().split())
    finally:
        document.close()


def read_by_poppler(pdf):
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    done = subprocess.run([tool, "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


@pytest.mark.parametrize("read", [read_by_pdfium, read_by_poppler])
@pytest.mark.parametrize("text", SENTENCES)
def test_a_line_reads_back_as_it_was_written(text, read):
    assert read(line(text)) == text


@pytest.mark.parametrize("read", [read_by_pdfium, read_by_poppler])
@pytest.mark.parametrize("text", SENTENCES)
def test_a_paragraph_reads_back_over_its_line_breaks(text, read):
    assert read(flowing(" ".join([text] * 4))) == " ".join([text] * 4)


CONSONANTS = st.sampled_from("कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह")
SYLLABLES = st.builds(
    lambda letters, vowel, sign: "\N{DEVANAGARI SIGN VIRAMA}".join(letters) + vowel + sign,
    st.lists(CONSONANTS, min_size=1, max_size=3),
    st.sampled_from(["", *"ािीुूृेैोौ"]),
    st.sampled_from(["", "ं", "ँ", "\N{DEVANAGARI SIGN VISARGA}"]),
)


@given(st.lists(SYLLABLES, min_size=1, max_size=6).map("".join))
def test_any_devanagari_word_reads_back(word):
    assert read_by_pdfium(line(f"a {word} b")) == f"a {word} b"


def test_a_paragraph_measured_twice_is_drawn_as_if_once():
    style = ParagraphStyle("p", fontName=pdf_fonts.REGULAR, fontSize=10, leading=14)
    drawings = []
    for times in (1, 3):
        flow = actual_text.ShapedParagraph("करवा दूँगी। स्त्रियों", style)
        for _ in range(times):
            flow.wrap(300, 700)
        held = io.BytesIO()
        canvas = Canvas(held, initialFontName=pdf_fonts.REGULAR, invariant=1)
        flow.drawOn(canvas, 50, 700)
        canvas.save()
        drawings.append(held.getvalue())
    assert drawings[0] == drawings[1]


def test_latin_has_no_ligatures():
    assert b"ActualText" not in line("staff office affix")
    assert read_by_pdfium(line("staff office")) == "staff office"


def test_a_bold_word_inside_a_hindi_sentence_reads_back():
    pdf = flowing("यह <b>क्षेत्र कार्यकर्ता</b> का <b>staff</b> है")
    assert read_by_pdfium(pdf) == "यह क्षेत्र कार्यकर्ता का staff है"


def test_a_hindi_word_wider_than_the_line_is_cut_between_letters():
    pdf = flowing(WORD * 20)
    assert read_by_pdfium(pdf).replace(" ", "") == WORD * 20
    document = pypdfium2.PdfDocument(pdf)
    left, _, right, _ = document[0].get_objects().__next__().get_bounds()
    document.close()
    assert right - left <= 300 + 1


def left_of_the_last(text):
    document = pypdfium2.PdfDocument(line(text))
    try:
        page = document[0].get_textpage()
        return page.get_charbox(page.count_chars() - 1)[0]
    finally:
        document.close()


@pytest.mark.parametrize("text", SENTENCES)
def test_the_width_is_that_of_what_is_drawn(text):
    width = actual_text.line_width(text, pdf_fonts.REGULAR, 12)
    assert left_of_the_last(text + "l") == pytest.approx(left_of_the_last("l") + width, abs=0.1)


def test_two_documents_are_equal_whatever_was_drawn_between():
    def build():
        held = io.BytesIO()
        canvas = Canvas(held, initialFontName=pdf_fonts.REGULAR, invariant=1)
        actual_text.draw_line(canvas, 50, 700, SENTENCES[0], pdf_fonts.REGULAR, 12)
        canvas.save()
        return held.getvalue()

    first = build()
    line("स्त्री ज्ञान द्ध ट्ठ श्र ह्म", pdf_fonts.REGULAR)
    assert build() == first


def test_a_glyph_without_a_free_private_character_is_refused():
    face = type("Face", (), {"glyphToChar": {}, "charToGlyph": {}, "name": b"Huge"})()
    with pytest.raises(ValueError, match="no private character for glyph 60000"):
        actual_text._character(face, 60000)


def test_the_release_is_the_one_whose_insides_are_known():
    assert reportlab.Version.startswith("5.1.")


# Shaping itself: ActualText would hide its absence from every check of extracted text.


def outlines(font, glyphs):
    boxes = []
    for glyph in glyphs:
        box = font.get_glyph_extents(glyph)
        boxes.append((box.x_bearing, box.y_bearing, box.width, box.height))
    return boxes


def drawn_outlines(pdf):
    """Return the boxes of the glyphs that the page draws, read from the embedded fonts."""
    streams = re.search(rb"BT 1 0 0 1 50 700 Tm(.*?)ET\n", pdf, re.DOTALL)[1]
    codes = [
        code for part in re.findall(rb"\((.*?)(?<!\\)\)", streams, re.DOTALL) for code in raw(part)
    ]
    font = re.search(rb"/Length1 \d+.*?stream\r?\n(.*?)endstream", pdf, re.DOTALL)[1]
    table = font.index(b"cmap")
    start = struct.unpack(">L", font[table + 8 : table + 12])[0]
    offset = start + struct.unpack(">L", font[start + 8 : start + 12])[0]
    kind, _, _, first, count = struct.unpack(">5H", font[offset : offset + 10])
    assert kind == 6
    index = struct.unpack(f">{count}H", font[offset + 10 : offset + 10 + 2 * count])
    embedded = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(font)))
    embedded.scale = (1000, 1000)
    return outlines(embedded, [index[code - first] for code in codes])


def raw(part):
    names = {b"n": 10, b"r": 13, b"t": 9, b"b": 8, b"f": 12}
    for escape, plain in re.findall(rb"\\([0-7]{3}|.)|(.)", part, re.DOTALL):
        if plain:
            yield plain[0]
        elif len(escape) == 3:
            yield int(escape, 8)
        else:
            yield names.get(escape, escape[0])


def uncompressed(text):
    def draw(canvas):
        canvas._doc.compression = 0
        actual_text.draw_line(canvas, 50, 700, text, pdf_fonts.REGULAR, 12)

    return drawn(draw, compressed=0)


@pytest.mark.parametrize("word", ["क्षेत्र", "कार्यकर्ता", "हिन्दी", "राष्ट्र", "स्त्रियों"])
def test_the_page_draws_the_glyphs_that_harfbuzz_chose(word):
    font = fonts.face(Weight.REGULAR)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    shaped = outlines(font, [info.codepoint for info in buffer.glyph_infos])
    unshaped = outlines(font, [font.get_nominal_glyph(ord(letter)) for letter in word])
    assert shaped != unshaped
    assert drawn_outlines(uncompressed(word)) == shaped
