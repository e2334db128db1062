"""That there is nothing to do here, and what would show up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxo_desktop.ui.widgets.labels import icon_label, plain_label
from cxo_desktop.ui.widgets.layouts import column, row

_WIDTH, _ICON = 420, 32


class Quiet(QWidget):
    """A tick, a heading and a sentence in the middle."""

    def __init__(self, title: str, words: str, icon: str = "check", ink: str = "ok") -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        self.words = plain_label(words, "body", "text2", wrap=True)
        self.words.setAlignment(centre)
        self.words.setFixedWidth(_WIDTH)
        whole = column(None, spacing=8)
        whole.addWidget(icon_label(icon, ink, _ICON), 0, centre)
        whole.addWidget(plain_label(title, "subtitle"), 0, centre)
        whole.addLayout(row(None, self.words, None))
        whole.addStretch(1)
        self.setLayout(whole)
