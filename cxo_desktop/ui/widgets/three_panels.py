"""A panel at each side of the middle; on a narrow window the sides are drawers over it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

NARROW = 1000
_LEFT, _RIGHT, _GAP = 262, 256, 12


class ThreePanels(QWidget):
    """Places left, middle and right; ``narrow`` tells that the sides are drawers now."""

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget) -> None:
        super().__init__()
        self._left, self._middle, self._right = left, middle, right
        self._open: QWidget | None = None
        for part in (left, middle, right):
            part.setParent(self)
        self.setMinimumWidth(360)

    @property
    def narrow(self) -> bool:
        """Tell whether the sides are drawers."""
        return self.width() < NARROW

    def toggle(self, side: QWidget) -> None:
        """Open a side as a drawer, or close it."""
        self._open = None if self._open is side else side
        self._place()

    def close_drawer(self) -> bool:
        """Close the open drawer; tell whether there was one."""
        there = self._open is not None and self.narrow
        self._open = None
        self._place()
        return there

    def sizeHint(self) -> QSize:
        return QSize(_LEFT + 520 + _RIGHT, 420)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width, height = self.width(), self.height()
        if self.narrow:
            self._middle.setGeometry(0, 0, width, height)
            self._left.setGeometry(0, 0, _LEFT, height)
            self._right.setGeometry(width - _RIGHT, 0, _RIGHT, height)
        else:
            inner = QRect(0, 0, width, height).adjusted(_LEFT + _GAP, 0, -_RIGHT - _GAP, 0)
            self._left.setGeometry(0, 0, _LEFT, height)
            self._middle.setGeometry(inner)
            self._right.setGeometry(width - _RIGHT, 0, _RIGHT, height)
        for side in (self._left, self._right):
            side.setVisible(not self.narrow or self._open is side)
            if self.narrow and self._open is side:
                side.raise_()
