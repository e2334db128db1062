"""What all parts of the settings page have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QWidget

from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import Part, column


class Section(QWidget):
    """A part of the settings page; `refresh` asks for everything it shows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def refresh(self) -> None:
        """Show how things are now."""

    def lay_out(self, title: str, words: str, *parts: Part) -> None:
        """Put a heading and a sentence over the parts; a list at their front takes what is left."""
        heading = plain_label(title, "subtitle")
        said = plain_label(words, "body", "text2", wrap=True)
        whole = column(heading, said, *parts, spacing=10, margins=(18, 14, 18, 14))
        if isinstance(parts[0], QAbstractItemView):
            whole.setStretch(2, 1)
        self.setLayout(whole)
