"""Where a share lies: credentials only for an address, and never shown again."""

from PySide6.QtWidgets import QWidget

from cxo_desktop.ui.dialogs.share_place import SharePlaceDialog


def test_credentials_are_asked_for_an_address_only(app, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = SharePlaceDialog("Make", "Where", window, me="Asha")
    assert not dialog._accept.isEnabled()
    dialog.field.setText("/home/team")
    assert dialog._credentials.isHidden()
    assert dialog._accept.isEnabled()
    dialog.field.setText("webdav+https://example.org/team")
    assert not dialog._credentials.isHidden()
    dialog.user.setText("asha")
    dialog.password.setText("p@ss")
    assert dialog.place == "webdav+https://asha:p%40ss@example.org/team"
    assert dialog.password.echoMode() == dialog.password.EchoMode.Password
    dialog.called.clear()
    assert not dialog._accept.isEnabled()
