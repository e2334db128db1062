"""Rows and columns in one line each."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

Part = QWidget | QLayout | int | None
Margins = tuple[int, int, int, int]
L = TypeVar("L", bound=QBoxLayout)


def row(*parts: Part, spacing: int = 8, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return a row of widgets and layouts; a number is a gap, None takes what is left."""
    return _filled(QHBoxLayout(), parts, spacing, margins)


def column(*parts: Part, spacing: int = 8, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """Return a column of widgets and layouts; a number is a gap, None takes what is left."""
    return _filled(QVBoxLayout(), parts, spacing, margins)


def boxed(layout: QLayout) -> QWidget:
    """Return a widget that holds the layout and nothing else."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def scrolled(widget: QWidget) -> QScrollArea:
    """Return the widget in an area that scrolls up and down where there is no room for it."""
    area = QScrollArea()
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let go of it."""
    while entry := layout.takeAt(0):
        widget, inner = entry.widget(), entry.layout()
        if widget is not None:
            widget.hide()  # else one that waits to be shown comes up as a window of its own
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            empty(inner)


def _filled(layout: L, parts: tuple[Part, ...], spacing: int, margins: Margins) -> L:
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return layout
