"""What the colours of a chart mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxo_desktop.ui import theme
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import row

_SIDE = 11


def swatches(meanings: Sequence[tuple[str, str]]) -> QHBoxLayout:
    """Return a line of (ink, meaning) with a square of each ink."""
    line = row(spacing=14)
    for ink, words in meanings:
        line.addLayout(row(_Swatch(ink), plain_label(words, "small", "text2"), spacing=6))
    line.addStretch(1)
    return line


class _Swatch(QWidget):
    """A small square of one ink."""

    def __init__(self, ink: str) -> None:
        super().__init__()
        self._ink = ink
        self.setFixedSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self._ink))
        painter.drawRoundedRect(QRectF(0, 0, _SIDE, _SIDE), 3, 3)
        painter.end()
