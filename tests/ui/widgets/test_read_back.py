"""Reading back shows the person's words, not ours."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.ui.widgets.read_back import ReadBack
from tests.ui.rows import note_row


def test_only_what_is_theirs(app, qtbot):
    page = ReadBack()
    qtbot.addWidget(page)
    page.show_lines([])
    assert page.words.toPlainText() == "Nothing was noted yet."
    rows = [note_row(1, "a"), note_row(2, "b", mine=True), note_row(3, "c", off_record=True)]
    page.show_lines(rows)
    assert page.words.toPlainText() == "a"
    page.show()
    assert page.words.font().pixelSize() >= 20
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page, Qt.Key.Key_Escape)
