"""Undo by its keys, under its name, from a field that has nothing of its own to take back."""

import random

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.domain.people import Person
from cxo_desktop.domain.themes import Theme as NoteTheme

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def people(window):
    return {person.role for person in window.desk.engagement.find(Person)}


def test_it_is_called_after_what_it_takes_back(window):
    undo, redo = window.actions_by_key["undo"], window.actions_by_key["redo"]
    assert (undo.text(), redo.text()) == ("Undo", "Redo")
    window.desk.engagement.add(Person(role="Driver"))
    assert undo.text() == "Undo: Person added"
    undo.trigger()
    assert window.parts.toast.text == "Undone: Person added"
    assert window.parts.toast.isVisible()
    assert redo.text() == "Redo: Person added"
    assert "Driver" not in people(window)
    redo.trigger()
    assert window.parts.toast.text == "Done again: Person added"
    assert "Driver" in people(window)


def test_with_nothing_to_undo_it_says_so(window):
    window.actions_by_key["undo"].trigger()
    assert window.parts.toast.text == "There is nothing to undo."


def test_its_keys_work_from_an_empty_field_but_not_over_typing(window, qtbot):
    window.go_to("search")
    field = window.pages["search"].field
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    window.desk.engagement.add(Person(role="Driver"))
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.text() == ""
    assert "Driver" in people(window)
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert "Driver" not in people(window)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert "Driver" in people(window)


def test_keys_without_a_letter_do_the_same(window):
    window.go_to("home")
    window.desk.engagement.add(Person(role="Driver"))
    QTest.keyClick(window, Qt.Key.Key_Backspace, ALT)
    assert "Driver" not in people(window)
    QTest.keyClick(window, Qt.Key.Key_Backspace, ALT | SHIFT)
    assert "Driver" in people(window)


def test_it_is_not_lost_at_a_restart(window, open_window, sample):
    window.desk.engagement.add(Person(role="Driver"))
    window.close()
    again = open_window(sample)
    again.actions_by_key["undo"].trigger()
    assert "Driver" not in people(again)


def test_many_commands_are_all_taken_back(window):
    engagement = window.desk.engagement
    before = engagement.dossier().records
    chance = random.Random(7)  # noqa: S311 - chance, not a secret
    made = []
    for number in range(60):
        if made and chance.random() < 0.4:
            engagement.remove(made.pop(chance.randrange(len(made))))
        else:
            made.append(engagement.add(NoteTheme(code=f"T9{number}", label=f"theme {number}")))
    while window.actions_by_key["undo"].text() != "Undo":
        window.parts.undoing.undo()
    assert engagement.dossier().records == before
