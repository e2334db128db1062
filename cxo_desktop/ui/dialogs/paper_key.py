"""The recovery key of a new share, shown once, to be put on paper."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from cxo_desktop.i18n import _
from cxo_desktop.ui.widgets.cards import primary_button
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import column, row

_WIDTH = 620


class PaperKeyDialog(QDialog):
    """Nothing of it is kept once it is closed."""

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Recovery key of the share"))
        self.setFixedWidth(_WIDTH)
        self.key = QLineEdit(key)
        self.key.setReadOnly(True)
        self.key.setAccessibleName(_("Recovery key of the share"))
        why = _("Print it or write it down now: with all laptops lost, only this opens the share.")
        self.setLayout(
            column(
                plain_label(_("The share is made"), "subtitle"),
                plain_label(why, "body", "text2", wrap=True),
                self.key,
                row(None, primary_button(_("It is on paper"), handler=self.accept)),
                spacing=10,
                margins=(20, 18, 20, 16),
            )
        )
