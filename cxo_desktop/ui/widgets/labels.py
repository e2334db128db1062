"""Labels that show text as it is: never as markup, never as a picture."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from cxo_desktop.ui import icons


def plain_label(
    text: str = "", style: str = "body", ink: str = "text", *, wrap: bool = False
) -> QLabel:
    """Return a label in one of the text styles and inks of the theme; it takes no markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setProperty("type", style)
    label.setProperty("ink", ink)
    label.setWordWrap(wrap)
    return label


def set_ink(widget: QWidget, ink: str) -> None:
    """Change the ink of a label or chip."""
    if widget.property("ink") != ink:
        widget.setProperty("ink", ink)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def icon_label(name: str, ink: str = "text2", size: int = 16) -> QLabel:
    """Return an icon that stands beside words."""
    label = plain_label()
    label.setFixedSize(size, size)
    icons.dress(label, name, ink, size)
    return label


def key_cap(text: str) -> QLabel:
    """Return a key as it looks on a keyboard."""
    label = plain_label(text, "meta", "text2")
    label.setProperty("key", "true")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label


def rule() -> QFrame:
    """Return a thin line between two parts of a card."""
    line = QFrame()
    line.setProperty("line", "true")
    line.setFixedHeight(1)
    return line
