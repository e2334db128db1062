"""Notes: newest at the bottom, words whole, marks for what must not leave."""

from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.ui.shown import NoteRow
from cxo_desktop.ui.widgets.note_list import NoteList


def note(number, text="Runs 14 field workers", **more):
    return NoteRow(f"n{number}", "10:26", NoteKind.FACT, text, **more)


def shown(qtbot, rows):
    notes = NoteList()
    qtbot.addWidget(notes)
    notes.resize(600, 400)
    notes.show()
    qtbot.waitExposed(notes)
    notes.show_notes(rows)
    qtbot.wait(10)
    return notes


def rect(notes, number):
    return notes.visualRect(notes.model().index(number, 0))


def test_few_notes_stand_at_the_bottom(app, qtbot):
    notes = shown(qtbot, [note(1), note(2)])
    bottom = notes.viewport().mapTo(notes, rect(notes, 1).bottomLeft()).y()
    assert notes.height() - 30 < bottom < notes.height()


def test_the_newest_of_many_is_in_sight(app, qtbot):
    notes = shown(qtbot, [note(n) for n in range(60)])
    notes.show_notes([note(n) for n in range(61)])
    qtbot.waitUntil(lambda: notes.viewport().rect().contains(rect(notes, 60).center()))


def test_long_words_get_all_the_lines_they_need(app, qtbot):
    notes = shown(qtbot, [note(1), note(2, "word " * 120), note(3, "a" * 400)])
    assert rect(notes, 1).height() > 5 * rect(notes, 0).height()
    assert rect(notes, 2).height() > 3 * rect(notes, 0).height()


def test_a_note_can_be_chosen(app, qtbot):
    notes = shown(qtbot, [note(n) for n in range(60)])
    notes.select("n3")
    assert notes.currentIndex().row() == 3


def test_marks_of_what_stays_are_painted(app, qtbot):
    plain = shown(qtbot, [note(1, "x")]).grab().toImage()
    blocked = shown(qtbot, [note(1, "x", blocked=True)]).grab().toImage()
    off = shown(qtbot, [note(1, "x", off_record=True)]).grab().toImage()
    assert plain != blocked
    assert blocked != off
