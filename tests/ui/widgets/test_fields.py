"""A passphrase is never readable from the screen."""

from PySide6.QtWidgets import QLineEdit

from cxo_desktop.ui.widgets.fields import secret_field


def test_it_shows_dots_and_says_what_it_is(app, qtbot):
    field = secret_field("Passphrase")
    qtbot.addWidget(field)
    field.setText("one two")
    assert field.echoMode() is QLineEdit.EchoMode.Password
    assert field.displayText() != "one two"
    assert field.accessibleName() == "Passphrase"
