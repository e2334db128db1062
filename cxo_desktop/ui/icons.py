"""Lucide icons in the colours of the theme, sharp at every scale of the screen."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QToolButton

from cxo_desktop import assets
from cxo_desktop.ui import theme

_DENSITY = 2.0
_STROKE = "1.75"
_GAP = 4


@cache
def _svg(name: str) -> str:
    return assets.resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def coloured(name: str, colour: str) -> bytes:
    """Return the SVG of an icon in ``colour`` (#RRGGBB), with the strokes of the window."""
    svg = _svg(name).replace("currentColor", colour)
    return svg.replace('stroke-width="2"', f'stroke-width="{_STROKE}"').encode()


@cache
def pixmap(
    name: str, colour: str, size: int, density: float = _DENSITY, *, gap: int = 0
) -> QPixmap:
    """Return the icon drawn in ``colour`` (#RRGGBB), ``size`` logical pixels square.

    ``gap`` pixels are left empty at its right, for the words beside it.
    """
    picture = QPixmap(round((size + gap) * density), round(size * density))
    picture.setDevicePixelRatio(density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(coloured(name, colour))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def has_icon(name: str) -> bool:
    """Tell whether an icon of this name is shipped."""
    return bool(name) and assets.resource(f"icons/{name}.svg").is_file()


def icon(
    name: str, ink: str = "text2", size: int = 18, *, on_ink: str = "accent", gap: int = 0
) -> QIcon:
    """Return an icon in the current theme, in ``on_ink`` where the control is checked."""
    made = QIcon()
    tokens = theme.tokens()
    made.addPixmap(pixmap(name, tokens[ink], size, gap=gap))
    made.addPixmap(pixmap(name, tokens["text3"], size, gap=gap), QIcon.Mode.Disabled)
    made.addPixmap(pixmap(name, tokens[on_ink], size, gap=gap), QIcon.Mode.Normal, QIcon.State.On)
    return made


def dress(widget: QAbstractButton | QLabel, name: str, ink: str = "text2", size: int = 18) -> None:
    """Give a button or label an icon that changes with the theme."""
    widget.setProperty("iconName", name)
    widget.setProperty("iconInk", ink)
    widget.setProperty("iconSize_", size)
    _dress_again(widget)


def dress_all_again() -> None:
    """Redraw every icon in the window after the theme has changed."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractButton | QLabel) and widget.property("iconName"):
            _dress_again(widget)


def _dress_again(widget: QAbstractButton | QLabel) -> None:
    name, ink = str(widget.property("iconName")), str(widget.property("iconInk"))
    size = int(widget.property("iconSize_"))
    if isinstance(widget, QLabel):
        widget.setPixmap(pixmap(name, theme.tokens()[ink], size))
    else:
        gap = _GAP if _has_words_beside(widget) else 0
        widget.setIcon(icon(name, ink, size, gap=gap))
        widget.setIconSize(QSize(size + gap, size))


def _has_words_beside(widget: QAbstractButton) -> bool:
    if isinstance(widget, QToolButton):
        return widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    return isinstance(widget, QPushButton)  # one without words is a tool button in this window
