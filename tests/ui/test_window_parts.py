"""The parts know each other: keys, rail, top bar and pages lead to the same places."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from cxo_desktop.ui.window_parts import ALWAYS


def test_no_two_actions_answer_to_one_key_on_one_page(window):
    """A key of a page must not be one of the window's: Qt would then do neither."""
    assert len(tuple(window.pages.values())) == 11
    own = {
        key.toString() for action in window.actions_by_key.values() for key in action.shortcuts()
    }
    pages = [
        action
        for action in window.findChildren(QAction)
        if action not in window.actions_by_key.values()
    ]
    keys = {key.toString() for action in pages for key in action.shortcuts()}
    assert len(own) > 25
    assert own & keys == set()


def test_every_action_has_a_key_or_an_entry_without_letters(window):
    """What is used while typing works with a Devanagari layout: a twin, a digit, or no letter."""
    for key in ("palette", "search", "undo", "redo", "lock", "help", "interview.new"):
        names = [seq.toString() for seq in window.actions_by_key[key].shortcuts()]
        last = [name.rsplit("+", 1)[-1] for name in names]
        assert any(len(name) > 1 or name.isdigit() for name in last), key


def test_locked_only_the_harmless_can_be_done(window):
    window.parts.locking.lock()
    alive = {key for key, action in window.actions_by_key.items() if action.isEnabled()}
    assert alive == set(ALWAYS)


def test_keys_find_and_go(window):
    QTest.keyClick(window, Qt.Key.Key_F3)
    assert window.stack.key == "search"
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert window.stack.key == "settings"
    QTest.keyClick(window, Qt.Key.Key_F2)
    assert window.palette_box.isVisible()
    QTest.keyClick(window.palette_box.field, Qt.Key.Key_Escape)
    assert not window.palette_box.isVisible()
    assert window.isVisible()
