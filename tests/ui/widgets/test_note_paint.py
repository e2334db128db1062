"""A line is as high as its words, what stands below them, and its photos."""

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from cxo_desktop.ui.widgets.note_list import NoteList
from cxo_desktop.ui.widgets.note_paint import NotePainter
from tests.ui.rows import note_row


def test_heights(app, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    painter = NotePainter(parent)
    plain = painter.height(note_row(1, "late"), 600)
    assert painter.height(note_row(2, "late", who="Clerk"), 600) > plain
    assert painter.height(note_row(3, "late", photos=("AT1",)), 600) > plain + 50
    assert painter.height(note_row(1, "late " * 90), 600) > plain + 50


def test_a_photo_is_painted(app, qtbot):
    def grabbed(picture):
        notes = NoteList()
        qtbot.addWidget(notes)
        notes.resize(500, 200)
        notes.know(notes.editor.known, lambda _code: picture)
        notes.show_notes([note_row(1, "form", photos=("AT1",))])
        notes.show()
        qtbot.waitExposed(notes)
        return notes.grab().toImage()

    red = QPixmap(40, 30)
    red.fill("red")
    image = grabbed(red)
    found = {image.pixelColor(x, y).name() for x in range(150, 240, 4) for y in range(0, 200, 4)}
    assert "#ff0000" in found
    assert grabbed(None) != image
