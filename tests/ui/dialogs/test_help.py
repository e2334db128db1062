"""F1 opens the page for the screen one is on."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from cxo_desktop.ui.dialogs.help import HelpDialog, help_parts, help_text


def test_every_page_has_its_own_help(window):
    general = help_text("no such page")
    for key in window.pages:
        assert help_text(key) != general, key


def test_f1_helps_with_the_page_that_is_shown(window):
    window.go_to("maps")
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(HelpDialog)
    assert dialog.isVisible()
    assert "Maps" in [label.text() for label in dialog.findChildren(QLabel)]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_headings_paragraphs_and_lists(app):
    parts = help_parts("# Title\n\nSome\nwords.\n\n## Part\n\n- one\n- two\n")
    labels = [part for part in parts if isinstance(part, QLabel)]
    assert [label.text() for label in labels] == ["Title", "Some words.", "Part"]
    assert len(parts) == 6


def test_keys_in_the_help_are_keys_of_the_window(window):
    known = {
        key.toString() for action in window.actions_by_key.values() for key in action.shortcuts()
    }
    for key in ("Ctrl+K", "Ctrl+/", "Ctrl+Z", "Alt+Backspace", "F12", "Ctrl+I", "Ctrl+B"):
        assert key in known
