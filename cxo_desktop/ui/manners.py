"""The window comes back where it stood, on a screen that is there, at the place it was left."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from cxo_desktop.app.settings import SettingsFile
from cxo_desktop.domain.errors import CxoError

_SEEN_WIDTH, _SEEN_HEIGHT = 120, 40


def come_back(window: QMainWindow, settings: SettingsFile) -> None:
    """Put the window where it stood when it closed last, if one can see it there."""
    if settings.now.shape:
        window.restoreGeometry(QByteArray.fromBase64(settings.now.shape.encode()))
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    window.setGeometry(seen_on(window.geometry(), screens))


def divide_again(page: QWidget, settings: SettingsFile) -> None:
    """Divide the parts of a page as they were divided last."""
    for splitter in page.findChildren(QSplitter):
        kept = settings.now.splitters.get(splitter.objectName())
        if kept:
            splitter.restoreState(QByteArray.fromBase64(kept.encode()))


def remember(window: QMainWindow, settings: SettingsFile, place: str) -> CxoError | None:
    """Keep where the window stands and which page it shows; return why that was not possible."""
    splitters = {
        splitter.objectName(): _text(splitter.saveState())
        for splitter in window.findChildren(QSplitter)
        if splitter.objectName()
    }
    try:
        settings.change(
            shape=_text(window.saveGeometry()),
            place=place or settings.now.place,
            splitters={**settings.now.splitters, **splitters},
        )
    except CxoError as error:
        return error
    return None


def seen_on(frame: QRect, screens: Iterable[QRect]) -> QRect:
    """Return a place for a window of which one of the screens shows enough to get hold of it."""
    screens = list(screens)
    for screen in screens:
        seen = screen.intersected(frame)
        if (
            seen.width() >= _SEEN_WIDTH
            and seen.height() >= _SEEN_HEIGHT
            and seen.top() == frame.top()
        ):
            return frame
    if not screens:
        return frame
    first = screens[0]
    size = frame.size().boundedTo(first.size())
    moved = QRect(first.topLeft(), size)
    moved.moveCenter(first.center())
    return moved


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")
