"""Small rounded marks: an icon and a word on a soft ground."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from cxo_desktop.ui import icons
from cxo_desktop.ui.widgets.labels import icon_label, plain_label, set_ink
from cxo_desktop.ui.widgets.layouts import row

_ICON = 13


class Chip(QFrame):
    """A word with an icon; the ink of its kind is never the only difference."""

    def __init__(
        self, text: str = "", ink: str = "text2", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("chip", "true")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._icon = icon_label(icon or "circle", ink, _ICON)
        self._label = plain_label(text, "label", ink)
        self.setLayout(row(self._icon, self._label, spacing=5, margins=(8, 3, 8, 3)))
        self.show_text(text, ink, icon)

    @property
    def text(self) -> str:
        """Return the word shown."""
        return self._label.text()

    def show_text(self, text: str, ink: str = "text2", icon: str = "") -> None:
        """Show another word, ink and icon ("" for none)."""
        self._label.setText(text)
        set_ink(self, ink)
        set_ink(self._label, ink)
        self._icon.setVisible(bool(icon))
        if icon:
            icons.dress(self._icon, icon, ink, _ICON)
        self.updateGeometry()
