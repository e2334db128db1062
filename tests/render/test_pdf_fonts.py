from reportlab.pdfbase import pdfmetrics

from cxo_desktop.domain.drawing import Weight
from cxo_desktop.render import fonts, pdf_fonts


def test_each_weight_is_a_font_of_its_own():
    # Two files with one PostScript name would both be drawn with the first, without a word.
    pdf_fonts.register()
    faces = {pdfmetrics.getFont(fonts.name(weight)).face.name for weight in Weight}
    assert len(faces) == len(Weight)


def test_bold_markup_is_the_semibold():
    pdf_fonts.register()
    assert pdfmetrics.getFont(pdf_fonts.SEMIBOLD).face.name == b"NotoSans-SemiBold"
    from reportlab.lib.fonts import tt2ps

    assert tt2ps(pdf_fonts.REGULAR, 1, 0) == pdf_fonts.SEMIBOLD
