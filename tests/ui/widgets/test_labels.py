"""Labels show what they are given, letter for letter."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from cxo_desktop.ui import theme
from cxo_desktop.ui.tokens import Mode
from cxo_desktop.ui.widgets.labels import icon_label, key_cap, plain_label, set_ink

MARKUP = '<b>bold</b> <img src="/etc/hostname">'


def test_markup_is_shown_not_obeyed(app, qtbot):
    for label in (plain_label(MARKUP), key_cap(MARKUP), icon_label("house")):
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText
    assert plain_label(MARKUP).sizeHint().width() > plain_label("bold").sizeHint().width()


def test_the_ink_of_a_label_can_change(app, qtbot):
    look = theme.Theme(app)
    look.choose(Mode.LIGHT)
    label = plain_label("words", ink="text")
    qtbot.addWidget(label)
    label.ensurePolished()
    set_ink(label, "bad")
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == "#b42318"
    look.choose(None)
