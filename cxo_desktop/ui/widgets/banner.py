"""A bar for what lasts: reading only, little space, an interview that came back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QToolButton

from cxo_desktop.i18n import _
from cxo_desktop.ui import icons
from cxo_desktop.ui.widgets.cards import plain_button
from cxo_desktop.ui.widgets.labels import icon_label, plain_label
from cxo_desktop.ui.widgets.layouts import row


class Banner(QFrame):
    """``accepted`` when its button is pressed; with a button, it can also be put away.

    ``told``: it says something else, or nothing, from now on.
    """

    accepted = Signal()
    told = Signal()

    def __init__(self, icon: str, ink: str, button: str = "") -> None:
        super().__init__()
        self.setProperty("card", f"banner-{ink}")
        self._words = plain_label("", "body", wrap=True)
        line = row(icon_label(icon, ink, 18), self._words, spacing=10, margins=(14, 6, 8, 6))
        line.setStretch(1, 1)
        if button:
            self.button = plain_button(button, handler=self._on_accept)
            line.addWidget(self.button)
            line.addWidget(self._close_button(), 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self.hide()

    @property
    def text(self) -> str:
        """Return the words shown, "" while hidden."""
        return self._words.text() if not self.isHidden() else ""

    def tell(self, words: str) -> None:
        """Show words until others come; "" puts the bar away."""
        self._words.setText(words)
        self.setVisible(bool(words))
        self.told.emit()

    def _close_button(self) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(_("Put this message away"))
        button.setToolTip(_("Put this message away"))
        icons.dress(button, "x", "text", 16)
        button.clicked.connect(lambda _checked=False: self.tell(""))
        return button

    def _on_accept(self) -> None:
        self.tell("")
        self.accepted.emit()
