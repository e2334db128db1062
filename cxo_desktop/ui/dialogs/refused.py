"""A window that cannot open says why, and what to do about it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from cxo_desktop.domain.errors import CxoError
from cxo_desktop.i18n import _
from cxo_desktop.ui.widgets.cards import primary_button
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import column, row

_WIDTH = 440


class RefusedDialog(QDialog):
    """What happened, why, and the remedy; there is nothing to choose."""

    def __init__(self, error: CxoError) -> None:
        super().__init__()
        self.setWindowTitle("CxO Desktop")
        self.setFixedWidth(_WIDTH)
        self.setLayout(
            column(
                plain_label(error.what, "bodyStrong", wrap=True),
                plain_label(error.why, "body", wrap=True),
                plain_label(error.remedy, "body", wrap=True),
                row(None, primary_button(_("Close"), handler=self.accept)),
                spacing=8,
                margins=(20, 18, 20, 16),
            )
        )
