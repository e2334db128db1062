"""The field of a line: no line ends, input methods first, pictures handed on."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxo_desktop.ui.line_looks import Span
from cxo_desktop.ui.widgets.line_field import LineField, press_of


@pytest.fixture
def field(app, qtbot):
    field = LineField("Line")
    qtbot.addWidget(field)
    field.resize(300, 40)
    field.show()
    return field


def test_a_pasted_page_becomes_one_line(field):
    data = QMimeData()
    data.setText("one\ntwo\nthree")
    field.insertFromMimeData(data)
    assert field.text() == "one two three"


def test_pictures_and_files_are_handed_on(field, qtbot, tmp_path):
    data = QMimeData()
    data.setImageData(QImage(3, 2, QImage.Format.Format_RGB32))
    with qtbot.waitSignal(field.image_given) as given:
        field.insertFromMimeData(data)
    assert given.args[0].width() == 3
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "form.jpg"))])
    with qtbot.waitSignal(field.files_given) as given:
        field.insertFromMimeData(files)
    assert given.args[0] == [str(tmp_path / "form.jpg")]
    assert field.text() == ""


def test_while_an_input_method_composes_no_key_is_taken(field, qtbot):
    QApplication.sendEvent(field, QInputMethodEvent("कि", []))
    assert field.composing
    assert field.text() == ""
    with qtbot.assertNotEmitted(field.pressed):
        QTest.keyClick(field, Qt.Key.Key_Return)
    commit = QInputMethodEvent()
    commit.setCommitString("कि")
    with qtbot.waitSignal(field.edited) as edited:
        QApplication.sendEvent(field, commit)
    assert edited.args == ["कि"]
    assert not field.composing


def test_showing_words_tells_nobody_and_typing_does(field, qtbot):
    with qtbot.assertNotEmitted(field.edited):
        field.show_text("late", 2)
    assert field.caret == 2
    with qtbot.waitSignal(field.edited):
        field.replace(0, 4, "early")
    assert field.text() == "early"


def test_it_grows_with_its_words_up_to_four_lines(field):
    one = field.sizeHint().height()
    field.show_text("word " * 30)
    assert field.sizeHint().height() > 2 * one
    field.show_text("word " * 300)
    assert field.sizeHint().height() < 5 * one


def test_names_are_coloured_while_they_are_typed(field):
    field.ink.spans = lambda _text: (Span(0, 4, "tool"),)
    field.show_text("+Goo")
    formats = field.document().firstBlock().layout().formats()
    assert [(it.start, it.length) for it in formats] == [(0, 4)]


def test_a_digit_is_known_by_its_place():
    event = QKeyEvent(
        QKeyEvent.Type.KeyPress, 0x968, Qt.KeyboardModifier.AltModifier, 11, 0, 0, "२"
    )
    assert press_of(event).digit == 2
