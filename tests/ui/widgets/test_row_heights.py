"""Heights of many rows come little by little; what is seen stays, and none is forgotten."""

from cxo_desktop.ui.widgets.note_list import NoteList
from tests.ui.rows import note_row as note

MANY = 400


def top_of(notes, key):
    return notes.rowViewportPosition(notes.model().find(key))


def test_rows_above_what_is_seen_are_measured_later_and_move_nothing(app, qtbot):
    notes = NoteList()
    qtbot.addWidget(notes)
    notes.resize(600, 300)
    notes.show()
    qtbot.waitExposed(notes)
    rows = [note(n, "many words " * 30) for n in range(MANY)]
    notes.show_notes(rows)
    qtbot.wait(1)
    seen = top_of(notes, f"n{MANY - 1}")
    right = notes.editor.height(rows[0], notes.editor.width)
    assert notes.rowHeight(MANY - 1) == right
    assert notes.rowHeight(0) != right
    qtbot.waitUntil(lambda: notes.rowHeight(0) == right)
    assert top_of(notes, f"n{MANY - 1}") == seen
    notes.show_notes([rows[-1], *rows[:-1]])
    assert notes.rowHeight(0) == right
