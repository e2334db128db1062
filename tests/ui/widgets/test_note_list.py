"""Notes: newest at the bottom, words whole, marks for what must not leave."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxo_desktop.ui.widgets.note_list import NoteList
from tests.ui.rows import note_row as note

ALT = Qt.KeyboardModifier.AltModifier


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


def test_the_newest_stays_in_sight_when_the_field_below_grows(app, qtbot):
    notes = shown(qtbot, [note(n) for n in range(12)])
    notes.resize(600, 200)
    qtbot.waitUntil(lambda: notes.viewport().rect().contains(rect(notes, 11).center()))


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


@pytest.mark.parametrize(
    ("key", "modifiers", "what"),
    [
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "remove"),
        (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, "merge"),
        (Qt.Key.Key_Up, ALT, "up"),
        (Qt.Key.Key_Down, ALT, "down"),
    ],
)
def test_keys_ask_for_what_they_say(app, qtbot, key, modifiers, what):
    notes = shown(qtbot, [note(1), note(2)])
    notes.select("n2")
    with qtbot.waitSignal(notes.asked) as asked:
        QTest.keyClick(notes, key, modifiers)
    assert asked.args == ["n2", what]


def test_a_digit_retypes_the_current_line(app, qtbot):
    notes = shown(qtbot, [note(1)])
    notes.select("")
    with qtbot.waitSignal(notes.retype_asked) as asked:
        QTest.keyClick(notes, Qt.Key.Key_2, ALT)
    assert asked.args == ["n1", 2]


def test_an_edited_line_is_handed_over_and_escape_leaves_it(app, qtbot):
    notes = shown(qtbot, [note(1, "late")])
    notes.select("n1")
    notes.setFocus()
    QTest.keyClick(notes, Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), " again")
    with qtbot.waitSignal(notes.editor.edited) as edited:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert edited.args == ["n1", "late again"]
    QTest.keyClick(notes, Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "no")
    with qtbot.assertNotEmitted(notes.editor.edited):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_down_at_the_last_line_leaves_the_list(app, qtbot):
    notes = shown(qtbot, [note(1), note(2)])
    notes.select("n1")
    with qtbot.assertNotEmitted(notes.left):
        QTest.keyClick(notes, Qt.Key.Key_Down)
    with qtbot.waitSignal(notes.left):
        QTest.keyClick(notes, Qt.Key.Key_Down)
