"""A line of small parts that leaves out what does not fit, rather than cutting it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class OneLine(QWidget):
    """``parts`` from the left as far as there is room; ``always`` at the right."""

    def __init__(self, parts: Sequence[QWidget], always: Sequence[QWidget], gap: int = 10) -> None:
        super().__init__()
        self._parts, self._always, self._gap = tuple(parts), tuple(always), gap
        for part in (*self._parts, *self._always):
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        heights = [part.sizeHint().height() for part in (*self._parts, *self._always)]
        return QSize(200, max(heights, default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def _place(self) -> None:
        right = self.width()
        for part in reversed(self._always):
            size = part.sizeHint()
            right -= size.width()
            part.setGeometry(right, 0, size.width(), size.height())
            right -= self._gap
        x, fits = 0, True
        for part in self._parts:
            size = part.sizeHint()
            fits = fits and x + size.width() <= right
            part.setVisible(fits)
            part.setGeometry(x, 0, size.width(), size.height())
            x += size.width() + self._gap
