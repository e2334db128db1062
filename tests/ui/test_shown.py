"""Rows say themselves aloud; bars know how long they are."""

from cxo_desktop.ui.line_looks import ShownLine
from cxo_desktop.ui.shown import Bar, ListRow, NoteRow, Segment


def test_a_row_is_said_without_empty_parts():
    assert ListRow("a", "First", aside="7").spoken == "First, 7"
    assert ListRow("a", "First", "below", aside="7").spoken == "First, below, 7"


def test_a_note_is_said_with_its_kind_and_marks():
    look, line = ("file", "text2", "Fact"), ShownLine("“आकडे जुळत नाहीत”")
    row = NoteRow("n", "N1", "10:26", look, line, verbatim=True, off_record=True)
    assert row.shown == "“आकडे जुळत नाहीत”"
    assert row.spoken == "10:26, Fact, “आकडे जुळत नाहीत”, off the record"


def test_a_bar_is_as_long_as_its_longest_part():
    parts = (Segment(2, "tool"), Segment(3, "accent"))
    assert Bar("x", "5", parts).length == 5
    assert Bar("x", "5", parts, frame=8).length == 8
    assert Bar("x", "5", parts, twin=Segment(9, "flow")).length == 9
