"""The places of the window, one below the other; Alt and a digit goes to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton

from cxo_desktop.i18n import _
from cxo_desktop.ui import icons
from cxo_desktop.ui.actions import key_text
from cxo_desktop.ui.theme import window_font
from cxo_desktop.ui.widgets.layouts import column

_BUTTON_WIDTH, _WIDEST, _BUTTON_HEIGHT, _ICON, _MARGINS = 60, 104, 50, 20, 16
_NARROW, _NARROW_BUTTON = 48, 36


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the window by its key, with its name and icon; some stand at the foot."""

    key: str
    name: str
    icon: str
    foot: bool = False


def place_key(number: int) -> str:
    """Return the key of the place of a number, counted from 1: Alt and its last digit."""
    return f"Alt+{number % 10}"


class Rail(QFrame):
    """``gone_to`` tells the key of the place that was chosen."""

    gone_to = Signal(str)

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__()
        self.setProperty("card", "rail")
        self._group = QButtonGroup(self)
        self._buttons = {
            place.key: self._button(place, place_key(number))
            for number, place in enumerate(places, start=1)
        }
        head = [self._buttons[place.key] for place in places if not place.foot]
        foot = [self._buttons[place.key] for place in places if place.foot]
        words = QFontMetrics(window_font(11, 500))
        widest = max((words.horizontalAdvance(place.name) for place in places), default=0)
        self._width = max(_BUTTON_WIDTH, min(_WIDEST, widest + 6))
        self._column = column(*head, None, *foot, spacing=4, margins=(8, 10, 8, 10))
        self.setLayout(self._column)
        self.set_narrow(narrow=False)

    def go_to(self, key: str) -> None:
        """Mark a place as the one that is shown; none for a page that has no button here."""
        self._group.setExclusive(key in self._buttons)
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons alone, or icons with their names."""
        self.setFixedWidth(_NARROW if narrow else self._width + _MARGINS)
        self._column.setContentsMargins(*((6, 10, 6, 10) if narrow else (8, 10, 8, 10)))
        style = Qt.ToolButtonStyle
        for button in self._buttons.values():
            size = (_NARROW_BUTTON,) * 2 if narrow else (self._width, _BUTTON_HEIGHT)
            button.setFixedSize(*size)
            button.setToolButtonStyle(
                style.ToolButtonIconOnly if narrow else style.ToolButtonTextUnderIcon
            )

    def _button(self, place: Place, shortcut: str) -> QToolButton:
        button = QToolButton()
        button.setText(place.name)
        button.setAccessibleName(place.name)
        button.setProperty("place", "true")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        icons.dress(button, place.icon, "text2", _ICON)
        button.setCheckable(True)
        button.setToolTip(_("{place} ({key})").format(place=place.name, key=key_text(shortcut)))
        button.clicked.connect(lambda _checked=False, key=place.key: self.gone_to.emit(key))
        self._group.addButton(button)
        return button
