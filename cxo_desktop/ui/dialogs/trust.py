"""A server that is seen first: its key is compared once with what whoever runs it says."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from cxo_desktop.i18n import _
from cxo_desktop.ui.dialogs.opened import open_once
from cxo_desktop.ui.share_work import ShareWork
from cxo_desktop.ui.widgets.cards import plain_button, primary_button
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import column, row

_WIDTH = 560


class TrustDialog(QDialog):
    """Nothing was sent there before it is accepted."""

    def __init__(self, host: str, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("A server that is new here"))
        self.setFixedWidth(_WIDTH)
        self.key = QLineEdit(key)
        self.key.setReadOnly(True)
        self.key.setAccessibleName(_("Key of the server"))
        said = _(
            "{host} is not known to this laptop yet. Is this the key that whoever runs it names?"
        )
        accept = primary_button(_("It is the same"), "check", self.accept)
        self.setLayout(
            column(
                plain_label(said.format(host=host), "body", wrap=True),
                self.key,
                row(None, plain_button(_("Cancel"), handler=self.reject), accept),
                spacing=10,
                margins=(20, 18, 20, 16),
            )
        )


def ask_for_trust(work: ShareWork, host: str, key: str, parent: QWidget) -> None:
    """Ask whether a server that is seen first is the right one, and go on if it is."""
    dialog = TrustDialog(host, key, parent)
    dialog.accepted.connect(lambda: work.trust(key))
    open_once(dialog)
