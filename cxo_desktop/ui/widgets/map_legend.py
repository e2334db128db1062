"""What the arrows of a map mean, in one line below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cxo_desktop.domain.drawing import LegendEntry
from cxo_desktop.ui import theme
from cxo_desktop.ui.widgets.flow import FlowBox
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import boxed, column, row
from cxo_desktop.ui.widgets.map_shapes import dashed

_SAMPLE_WIDTH, _SAMPLE_HEIGHT = 26, 14


class MapLegend(QWidget):
    """A sample of each look with its meaning, then what was simplified."""

    def __init__(self) -> None:
        super().__init__()
        self._entries = FlowBox(gap=16, between=3)
        self._remarks = plain_label("", "small", "text3", wrap=True)
        self.setLayout(column(self._entries, self._remarks, spacing=4, margins=(14, 7, 14, 7)))

    def show_legend(self, entries: Sequence[LegendEntry], remarks: Sequence[str]) -> None:
        """Show what the looks mean."""
        self._entries.show_parts([_meaning(entry) for entry in entries])
        self._remarks.setText(" ".join(remarks))
        self._remarks.setVisible(bool(remarks))


def _meaning(entry: LegendEntry) -> QWidget:
    return boxed(row(_Sample(entry), plain_label(entry.text, "small", "text2"), spacing=6))


class _Sample(QWidget):
    """A piece of an arrow."""

    def __init__(self, entry: LegendEntry) -> None:
        super().__init__()
        self._entry = entry
        self.setFixedSize(QSize(_SAMPLE_WIDTH, _SAMPLE_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = max(self._entry.width * 1.5, 2.0)
        painter.setPen(dashed(QPen(theme.colour(self._entry.ink), width), self._entry.dash))
        middle = self.height() / 2
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        painter.end()
