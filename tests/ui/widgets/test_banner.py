"""A banner stays until what it says is over, or it is put away."""

from PySide6.QtWidgets import QToolButton

from cxo_desktop.ui.widgets.banner import Banner


def test_words_come_and_go(app, qtbot):
    banner = Banner("hard-drive", "warn")
    qtbot.addWidget(banner)
    banner.tell("Little space.")
    assert banner.text == "Little space."
    banner.tell("")
    assert banner.text == ""
    assert banner.isHidden()


def test_its_button_accepts_and_puts_it_away(app, qtbot):
    banner = Banner("rotate-ccw", "accent", "Continue")
    qtbot.addWidget(banner)
    banner.tell("1 interview was open.")
    with qtbot.waitSignal(banner.accepted):
        banner.button.click()
    assert banner.isHidden()
    banner.tell("1 interview was open.")
    with qtbot.assertNotEmitted(banner.accepted):
        banner.findChild(QToolButton).click()
    assert banner.isHidden()
