"""Where a share lies: a folder or an address, with credentials where it needs some."""

from __future__ import annotations

import platform

from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget

from cxo_desktop.app.share_places import is_address, with_credentials
from cxo_desktop.i18n import _
from cxo_desktop.ui.widgets.cards import plain_button, primary_button
from cxo_desktop.ui.widgets.fields import secret_field
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import boxed, column, row

_WIDTH = 520


class SharePlaceDialog(QDialog):
    """``place`` and ``name`` hold what was given; ``asks_name`` for a laptop that is new there."""

    def __init__(
        self, title: str, words: str, parent: QWidget, *, known: str = "", me: str | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(_WIDTH)
        self.field = QLineEdit(known)
        self.field.setAccessibleName(_("Folder or address"))
        self.field.setPlaceholderText(
            _("A folder, or sftp://…, smb://…, webdav+https://…, s3+https://…")
        )
        self.user = QLineEdit()
        self.user.setAccessibleName(_("User name there"))
        self.user.setPlaceholderText(_("User name there"))
        self.password = secret_field(_("Password there"))
        self._credentials = boxed(
            column(
                plain_label(
                    _("The password is kept in this engagement, encrypted, on this laptop only."),
                    "small",
                    "text2",
                    wrap=True,
                ),
                row(self.user, self.password),
            )
        )
        self.called = QLineEdit(me or platform.node())
        self.called.setAccessibleName(_("What colleagues call this laptop"))
        self._accept = primary_button(title, handler=self.accept)
        self._accept.setDefault(True)
        self.field.textChanged.connect(lambda _text: self._look())
        self.called.textChanged.connect(lambda _text: self._look())
        self._lay_out(words, names=me is not None)
        self._look()

    @property
    def place(self) -> str:
        """Return the place as given, with credentials in an address."""
        return with_credentials(self.field.text(), self.user.text().strip(), self.password.text())

    @property
    def name(self) -> str:
        """Return what colleagues are to call this laptop."""
        return self.called.text().strip()

    def _lay_out(self, words: str, *, names: bool) -> None:
        naming = (
            (plain_label(_("What colleagues call this laptop"), "label", "text2"), self.called)
            if names
            else ()
        )
        self.setLayout(
            column(
                plain_label(words, "body", "text2", wrap=True),
                4,
                plain_label(_("Folder or address"), "label", "text2"),
                row(self.field, plain_button(_("Choose…"), "folder-open", self._choose)),
                self._credentials,
                *naming,
                8,
                row(None, plain_button(_("Cancel"), handler=self.reject), self._accept),
                margins=(20, 18, 20, 16),
            )
        )

    def _look(self) -> None:
        self._credentials.setVisible(is_address(self.field.text()))
        self._accept.setEnabled(bool(self.field.text().strip() and self.name))

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Where the share lies"))
        if chosen:
            self.field.setText(chosen)
