"""An error in words: what happened, why, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QToolButton

from cxo_desktop.domain.errors import CxoError
from cxo_desktop.i18n import _
from cxo_desktop.ui import icons
from cxo_desktop.ui.widgets.labels import icon_label, plain_label
from cxo_desktop.ui.widgets.layouts import column, row


class Notice(QFrame):
    """A bar under the top bar that stays until it is put away."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "notice")
        self._what = plain_label("", "bodyStrong")
        self._remedy = plain_label("", "body", wrap=True)
        self.close_button = QToolButton()
        self.close_button.setAccessibleName(_("Put this message away"))
        self.close_button.setToolTip(_("Put this message away"))
        icons.dress(self.close_button, "x", "text", 16)
        self.close_button.clicked.connect(self.hide)
        words = column(self._what, self._remedy, spacing=1)
        line = row(icon_label("circle-alert", "bad", 18), words, spacing=10)
        line.setStretch(1, 1)
        line.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        line.setContentsMargins(14, 8, 10, 8)
        self.setLayout(line)
        self.hide()

    @property
    def text(self) -> str:
        """Return the words shown."""
        return f"{self._what.text()} {self._remedy.text()}"

    def show_error(self, error: CxoError) -> None:
        """Show an error until it is put away or another comes."""
        self._what.setText(error.what)
        self._remedy.setText(f"{error.why} {error.remedy}")
        self.show()

    def forget(self) -> None:
        """Hide, and keep no words."""
        self._what.clear()
        self._remedy.clear()
        self.hide()
