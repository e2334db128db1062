import pytest

from cxo_desktop.domain.drawing import Weight
from cxo_desktop.render import pdf_fonts
from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.brief_parts.text import fitted, labelled, plain, width, wrapped


@pytest.fixture(autouse=True)
def registered():
    pdf_fonts.register()


def test_markup_in_somebodys_words_is_shown_and_not_obeyed(draw):
    drawn = draw(plain("<b>5 < 6 & more</b> <img src='x'>", style.BODY))
    assert drawn.text == "<b>5 < 6 & more</b> <img src='x'>"
    assert drawn.roles == ["P"]


def test_a_label_stands_before_its_text(draw):
    assert draw(labelled("Answer", "Fix & mend", style.BODY)).text == "Answer Fix & mend"


def test_a_line_is_cut_where_it_does_not_fit():
    text = "One of the supervisors and area coordinators"
    assert fitted(text, 8, 500) == text
    cut = fitted(text, 8, 80, Weight.SEMIBOLD)
    assert cut.endswith("…")
    assert width(cut, 8, Weight.SEMIBOLD) <= 80


def test_wrapped_lines_are_no_wider_than_asked():
    lines = wrapped("staff time a month; 14 of 17 flows by hand", 8, 90, 2)
    assert len(lines) == 2
    assert all(width(it, 8) <= 90 for it in lines)
