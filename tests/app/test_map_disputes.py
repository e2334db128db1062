"""A disagreement is told by roles, never by names."""

from cxo_desktop.app.map_disputes import dispute_words
from cxo_desktop.app.maps import draw_map
from cxo_desktop.domain.drawing import Ink
from cxo_desktop.domain.interviews import Note


def test_roles_tell_who_says_what(sample):
    notes = [Note(text="6 h a month", person="P01"), Note(text="10 hours a month", person="P05")]
    words = dispute_words(sample.dossier(), notes)
    assert "6 h says Executive Director" in words
    assert "10 hours says" in words
    assert dispute_words(sample.dossier(), notes[:1]) == ""


def test_a_contradiction_stands_on_the_map_by_word_dash_and_legend(sample):
    before = draw_map(sample.dossier(), "PM1")
    for person, text in (("P01", "20 minutes"), ("P05", "3 hours")):
        sample.add(Note(text=text, person=person, refs=("PM1/s9", "PM1/s2>s3")))
    sample.add(Note(text="waits 3 hours", person="P01", refs=("PM1/s10",)))
    sample.add(Note(text="20 minutes", person="P05", refs=("PM1/s10",)))
    drawing = draw_map(sample.dossier(), "PM1")
    boxes = {box.code: box for box in drawing.boxes}
    assert boxes["s9"].badges[-1].line.text == "they disagree"
    assert not any("disagree" in it.line.text for it in boxes["s10"].badges)
    (marked,) = [it for it in drawing.arrows if it.ink is Ink.BAD and it.dash == (2.0, 2.0)]
    assert (marked.tail, marked.head) == ("s2", "s3")
    assert drawing.legend[-1].text == "Two people disagree"
    assert len(drawing.legend) == len(before.legend) + 1
