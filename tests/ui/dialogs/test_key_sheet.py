"""The sheet of keys is made from the actions, so it cannot be wrong."""

from pypdfium2 import PdfDocument
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel

from cxo_desktop.ui.dialogs.key_sheet import KeySheet, key_rows


def test_only_actions_with_keys_and_each_name_once(app):
    with_two, without = QAction("Undo"), QAction("Look: dark")
    with_two.setShortcuts([QKeySequence("Ctrl+Z"), QKeySequence("Alt+Backspace")])
    assert key_rows([with_two, without, with_two]) == [("Undo", ("Ctrl+Z", "Alt+Backspace"))]


def test_it_shows_every_key_of_the_window(window):
    window.actions_by_key["keys"].trigger()
    sheet = window.findChild(KeySheet)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    for action in window.actions_by_key.values():
        assert {key.toString() for key in action.shortcuts()} <= shown
    sheet.close()


def test_it_goes_on_paper_whole(window, tmp_path):
    window.go_to("capture")
    window.actions_by_key["keys"].trigger()
    sheet = window.findChild(KeySheet)
    sheet.write_pdf(tmp_path / "keys.pdf")
    sheet.close()
    document = PdfDocument(tmp_path / "keys.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    for words in ("Lock now", "Ctrl+L", "Line: Pain", "Alt+2", "Ctrl+2", "Pause the interview"):
        assert words in text
