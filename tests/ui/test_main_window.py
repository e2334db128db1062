"""The shell: places, keys, light and dark, and what every widget owes to everybody."""

import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from cxo_desktop import i18n
from cxo_desktop.domain.errors import InputRefused
from tests.ui.stretched import Stretched

ICON = Qt.ToolButtonStyle.ToolButtonIconOnly
ARROW = 28  # what a list to choose from needs beside its words
PAGES = (
    "home",
    "capture",
    "people",
    "maps",
    "actions",
    "costs",
    "brief",
    "records",
    "sync",
    "settings",
)


def shown_pages(qtbot, window):
    """Go to each page in turn, with everything on it there."""
    for key in PAGES:
        window.go_to(key)
        qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)
        QApplication.processEvents()
        yield key


def visible(window, kind):
    return [child for child in window.findChildren(kind) if child.isVisible()]


def test_the_window_is_no_larger_than_a_small_screen(qtbot, window):
    window.resize(1366, 768)
    for _page in shown_pages(qtbot, window):
        assert window.minimumSizeHint().width() <= 1366
        assert window.minimumSizeHint().height() <= 768
        assert (window.width(), window.height()) == (1366, 768)


def cut_words(window):
    """What is written on labels, buttons and lists that has not the room it needs."""
    for label in visible(window, QLabel):
        need = label.heightForWidth(label.width()) if label.wordWrap() else 0
        width = 0 if label.wordWrap() else label.sizeHint().width()
        seen = not label.visibleRegion().isEmpty()  # else one can scroll to it
        if seen and (label.width() < width or label.height() < need):
            yield label.text(), label.size(), width, need
    for button in visible(window, QAbstractButton):
        text = QFontMetrics(button.font()).horizontalAdvance(button.text())
        alone = isinstance(button, QToolButton) and button.toolButtonStyle() == ICON
        if button.width() < text and not alone:
            yield button.text(), button.size(), text, 0
    for box in visible(window, QComboBox):
        text = QFontMetrics(box.font()).horizontalAdvance(box.currentText())
        if box.width() < text + ARROW:
            yield box.currentText(), box.size(), text, 0


def cut_anywhere(qtbot, window):
    return [(page, *cut) for page in shown_pages(qtbot, window) for cut in cut_words(window)]


def test_no_label_and_no_button_is_cut(qtbot, window):
    window.resize(1366, 768)
    assert cut_anywhere(qtbot, window) == []
    window.resize(910, 512)
    assert cut_anywhere(qtbot, window) == []
    assert (window.width(), window.height()) == (910, 512)


@pytest.fixture
def speaking(monkeypatch):
    """Let windows speak a language from a catalogue, or one that does not exist."""
    monkeypatch.setattr(i18n, "_current", i18n._current)
    return lambda translations: monkeypatch.setattr(i18n, "_current", translations)


def test_words_that_are_longer_have_room(qtbot, speaking, open_window, sample):
    speaking(Stretched())
    window = open_window(sample)
    window.resize(1366, 768)
    assert window.actions_by_key["lock"].text() != "Lock now"
    assert cut_anywhere(qtbot, window) == []
    assert (window.width(), window.height()) == (1366, 768)


def test_every_focusable_widget_says_what_it_is(qtbot, window):
    silent = []
    for page in shown_pages(qtbot, window):
        for widget in visible(window, QWidget):
            if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy():
                continue
            if isinstance(widget.parentWidget(), QAbstractScrollArea):
                continue
            interface = QAccessible.queryAccessibleInterface(widget)
            if not interface.text(QAccessible.Text.Name):
                silent.append((page, type(widget).__name__, widget.objectName()))
    assert silent == []


def test_charts_tell_their_data_in_their_names(qtbot, window):
    list(shown_pages(qtbot, window))
    home = window.pages["home"]
    assert "Field workers 3 of 6" in home.coverage.accessibleName()
    assert "Dashboards 100 / 1 %" in home.needs.accessibleName()
    assert "20 Oct 10 days, still waiting" in home.readings.accessibleName()
    assert "CommCare ₹\N{NO-BREAK SPACE}26,73,562" in home.costs.accessibleName()


def test_no_label_takes_markup(qtbot, window):
    list(shown_pages(qtbot, window))
    labels = window.findChildren(QLabel)
    assert len(labels) > 50
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_alt_and_a_digit_goes_to_each_place(qtbot, window):
    for number, key in enumerate(PAGES, start=1):
        QTest.keyClick(window, Qt.Key(ord(str(number % 10))), Qt.KeyboardModifier.AltModifier)
        assert window.pages[key].isVisible(), key


def test_no_two_actions_have_the_same_key(window):
    keys = [
        action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        for action in window.actions_by_key.values()
        if not action.shortcut().isEmpty()
    ]
    assert len(keys) > 8
    assert len(set(keys)) == len(keys)


def test_buttons_are_large_enough_to_hit(qtbot, window):
    small = [
        (page, button.text(), button.size())
        for page in shown_pages(qtbot, window)
        for button in visible(window, QAbstractButton)
        if button.height() < 24 or button.width() < 24
    ]
    assert small == []


@pytest.mark.parametrize(("look", "ground"), [("light", "#f5f6f8"), ("dark", "#12161c")])
def test_both_looks_reach_every_page(qtbot, window, look, ground):
    window.resize(1366, 768)
    window.actions_by_key[f"look.{look}"].trigger()
    for page in shown_pages(qtbot, window):
        picture = window.grab().toImage()
        assert picture.pixelColor(80, 60).name() == ground, page


def test_the_focus_is_seen(qtbot, window):
    window.go_to("home")
    button = next(b for b in visible(window, QPushButton) if b.text() == "New interview")
    other = window.top.search
    other.setFocus()
    without = button.grab().toImage()
    button.setFocus()
    having = button.grab().toImage()
    changed = [x for x in range(8, having.width() - 8) if having.pixel(x, 1) != without.pixel(x, 1)]
    assert len(changed) > having.width() / 2


def test_an_error_is_told_in_words_until_it_is_put_away(window):
    window.desk.troubled.emit(InputRefused("It was not kept.", "The disk is full.", "Make room."))
    assert window.notice.isVisible()
    assert window.notice.text == "It was not kept. The disk is full. Make room."
    QTest.mouseClick(window.notice.close_button, Qt.MouseButton.LeftButton)
    assert not window.notice.isVisible()


def test_an_error_nobody_foresaw_is_told_too(qtbot, window, capsys):
    sys.excepthook(ZeroDivisionError, ZeroDivisionError("a fault"), None)
    assert "did not foresee" in window.notice.text
    assert "ZeroDivisionError: a fault" in capsys.readouterr().err


def test_the_palette_finds_commands_people_and_notes(qtbot, window):
    button = next(b for b in visible(window, QPushButton) if b.text() == "New interview")
    button.setFocus()
    window.open_palette()
    QTest.keyClick(window.palette_box.field, Qt.Key.Key_Escape)
    assert button.hasFocus()
    window.open_palette()
    window.palette_box.field.setText("merge")
    assert any(key.startswith("note:") for key in window.palette_box.list.keys)
    window.palette_box.field.setText("go to brief")
    QTest.keyClick(window.palette_box.field, Qt.Key.Key_Return)
    assert window.pages["brief"].isVisible()
    assert not window.palette_box.isVisible()
    window.open_palette()
    window.palette_box.field.setText("N055")
    QTest.keyClick(window.palette_box.field, Qt.Key.Key_Return)
    assert window.pages["capture"].isVisible()
    assert window.capture.header.title.text() == "Supervisor, north cluster"


def test_another_engagement_can_be_made_and_chosen(qtbot, window, monkeypatch):
    sample = window.desk.engagement.code
    window.desk.create("Second one")
    assert window.top.engagement.text() == "Second one"
    menu = window.top.engagement.menu()
    menu.actions()[0].trigger()
    assert window.desk.engagement.code == sample
    assert window.windowTitle().startswith("Nandini")


def test_an_empty_workspace_says_how_to_begin(qtbot, open_window, services):
    window = open_window(services)
    buttons = [b.text() for b in visible(window, QPushButton) if b.isEnabled()]
    assert "New engagement" in buttons
    window.actions_by_key["engagement.sample"].trigger()
    assert window.top.engagement.text() == "Nandini Aarogya Manch (fictional)"
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)


def test_clicking_the_map_of_a_place_in_the_rail(qtbot, window):
    button = next(b for b in visible(window, QAbstractButton) if b.text() == "Maps")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert window.pages["maps"].isVisible()


def test_what_is_typed_is_saved_before_the_window_closes(window, monkeypatch):
    def full():
        raise InputRefused("It was not saved.", "The disk is full.", "Make room.")

    monkeypatch.setattr(window.pages["capture"], "before_lock", full)
    assert not window.close()
    assert "The disk is full." in window.notice.text
    assert window.close()
