"""The look follows the system until one is chosen, and reaches widgets that are already there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from cxo_desktop.ui import theme
from cxo_desktop.ui.tokens import DARK, LIGHT, Mode
from cxo_desktop.ui.widgets.labels import plain_label


def test_a_chosen_look_holds_and_the_system_is_followed_again(app, qtbot):
    look = theme.Theme(app)
    label = plain_label("words")
    qtbot.addWidget(label)
    label.show()
    look.choose(Mode.DARK)
    assert theme.tokens() == DARK
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == DARK["text"].lower()
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert look.mode is Mode.DARK
    look.choose(None)
    assert theme.tokens() == LIGHT
    assert look.choice is None


def test_everyone_who_listens_is_told(app, qtbot):
    look = theme.Theme(app)
    with qtbot.waitSignal(look.changed) as told:
        look.choose(Mode.DARK)
    assert told.args == ["dark"]
    look.choose(None)


def test_the_shipped_fonts_are_the_ones_in_use(app):
    theme.load_fonts()
    families = QFontDatabase.families()
    assert {*theme.WINDOW_FAMILIES, theme.MAP_FAMILY} <= set(families)
    assert theme.window_font().families()[0] == "Inter"
