"""The popup of names while a line is typed; the field keeps the focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from cxo_desktop.i18n import _
from cxo_desktop.ui import theme
from cxo_desktop.ui.completions import NEW
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.layouts import column
from cxo_desktop.ui.widgets.row_list import RowList

_WIDTH, _MOST = 300, 220


class NamesList(RowList):
    """A list with a ground of its own: the lines below it are not painted at each letter."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour("surface"))
        painter.end()
        super().paintEvent(event)


class Completion(QFrame):
    """``chosen`` tells the key of the row; Tab takes the current one, Enter a new name."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "popup")
        self._moved, self._count = False, 0
        self.list = NamesList(_("Names that fit"))
        self.list.clicked.connect(lambda _index: self.take())
        self.setLayout(column(self.list, margins=(4, 4, 4, 4)))
        self.hide()

    def offer(self, rows: Sequence[ListRow], owner: QWidget, above: QPoint) -> None:
        """Show these rows above a place of the screen, or nothing when there are none."""
        if not rows:
            self.hide()
            return
        window = owner.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self._moved = False
        self.list.show_rows(rows)
        self.list.select(rows[0].key)
        if len(rows) != self._count:
            self._count = len(rows)
            self.setFixedWidth(_WIDTH)
            self.list.fit_height(_MOST)
            self.adjustSize()
        place = window.mapFromGlobal(above)
        x = max(4, min(place.x() - 20, window.width() - _WIDTH - 8))
        self.move(x, max(4, place.y() - self.height() - 8))
        self.show()
        self.raise_()

    def step(self, step: int) -> None:
        """Go up or down among the rows."""
        keys = self.list.keys
        now = keys.index(self.list.current) if self.list.current in keys else 0
        self._moved = True
        self.list.select(keys[max(0, min(len(keys) - 1, now + step))])

    def take(self) -> None:
        """Choose the current row."""
        key = self.list.current
        self.hide()
        if key:
            self.chosen.emit(key)

    def enter(self) -> bool:
        """Choose what Enter means: the row gone to, else a new name; False when neither is."""
        if self._moved:
            self.take()
            return True
        if NEW not in self.list.keys:
            self.hide()
            return False
        self.hide()
        self.chosen.emit(NEW)
        return True
