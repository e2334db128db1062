"""What the arrows of a map mean: one quiet line below it that folds out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from cxo_desktop.domain.drawing import LegendEntry
from cxo_desktop.i18n import _
from cxo_desktop.ui import icons, theme
from cxo_desktop.ui.widgets.flow import FlowBox
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import boxed, column, row
from cxo_desktop.ui.widgets.map_ink import dashed

_SAMPLE_WIDTH, _SAMPLE_HEIGHT = 26, 14
_LINE, _UNBOUND = 20, 16_777_215


class MapLegend(QWidget):
    """A sample of each look with its meaning, then what was simplified.

    Folded, as many samples are shown as one line holds.
    """

    def __init__(self) -> None:
        super().__init__()
        self._entries = FlowBox(gap=16, between=3)
        self._remarks = plain_label("", "small", "text3", wrap=True)
        self.button = QToolButton()
        self.button.setCheckable(True)
        self.button.toggled.connect(lambda _on: self._fold())
        keys = plain_label(_("Ctrl+/ shows all keys"), "small", "text3", wrap=True)
        line = row(self._entries, keys, self.button, spacing=10)
        line.setStretch(0, 1)
        for part in (self._entries, keys, self.button):
            line.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(line, self._remarks, spacing=4, margins=(14, 6, 8, 6)))

    def show_legend(self, entries: Sequence[LegendEntry], remarks: Sequence[str]) -> None:
        """Show what the looks mean."""
        self._entries.show_parts([_meaning(entry) for entry in entries])
        self._remarks.setText(" ".join(remarks))
        self._remarks.setVisible(bool(remarks))
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        out = self.button.isChecked()
        name = _("Show the legend in one line") if out else _("Show all of the legend")
        self.button.setToolTip(name)
        self.button.setAccessibleName(name)
        icons.dress(self.button, "chevron-down" if out else "chevron-up", "text2", 14)
        self._entries.setMaximumHeight(_UNBOUND if out else _LINE)
        self._entries.setMinimumHeight(
            self._entries.heightForWidth(self._entries.width()) if out else _LINE
        )
        self.button.setVisible(out or self._entries.heightForWidth(self._entries.width()) > _LINE)


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
