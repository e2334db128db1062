"""A window that cannot open says what, why, and what to do."""

from PySide6.QtWidgets import QLabel, QPushButton

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.ui.dialogs.refused import RefusedDialog


def test_three_sentences_and_a_way_out(app, qtbot):
    dialog = RefusedDialog(InputRefused("It cannot lie here.", "It is remote.", "Move it."))
    qtbot.addWidget(dialog)
    dialog.show()
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert words == ["It cannot lie here.", "It is remote.", "Move it."]
    dialog.findChild(QPushButton).click()
    assert not dialog.isVisible()
