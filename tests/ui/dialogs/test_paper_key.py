"""The recovery key is shown to be copied by hand, not to be changed."""

from PySide6.QtWidgets import QWidget

from cxo_desktop.ui.dialogs.paper_key import PaperKeyDialog


def test_the_key_is_shown_whole(app, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = PaperKeyDialog("ABCD-EFGH", window)
    assert dialog.key.text() == "ABCD-EFGH"
    assert dialog.key.isReadOnly()
