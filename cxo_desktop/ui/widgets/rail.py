"""The places of the window, one below the other; Alt and a digit goes to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QToolButton

from cxo_desktop.i18n import _
from cxo_desktop.ui import icons
from cxo_desktop.ui.actions import key_text
from cxo_desktop.ui.widgets.layouts import column

_WIDTH, _BUTTON_WIDTH, _BUTTON_HEIGHT, _ICON = 76, 60, 50, 20


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the window by its key, with its name and icon."""

    key: str
    name: str
    icon: str


class Rail(QFrame):
    """``gone_to`` tells the key of the place that was chosen."""

    gone_to = Signal(str)

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__()
        self.setProperty("card", "rail")
        self.setFixedWidth(_WIDTH)
        self._group = QButtonGroup(self)
        self._buttons = {
            place.key: self._button(place, f"Alt+{number}")
            for number, place in enumerate(places, start=1)
        }
        self.look = self._plain_button(_("Look"), "sun-moon")
        self.setLayout(
            column(*self._buttons.values(), None, self.look, spacing=4, margins=(8, 10, 8, 10))
        )

    def go_to(self, key: str) -> None:
        """Mark a place as the one that is shown."""
        self._buttons[key].setChecked(True)

    def offer_looks(self, actions: Sequence[QAction]) -> None:
        """Offer light, dark and the system's choice behind the button at the foot."""
        menu = QMenu(self.look)
        menu.addActions(list(actions))
        self.look.setMenu(menu)
        self.look.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _button(self, place: Place, shortcut: str) -> QToolButton:
        button = self._plain_button(place.name, place.icon)
        button.setCheckable(True)
        button.setToolTip(_("{place} ({key})").format(place=place.name, key=key_text(shortcut)))
        button.clicked.connect(lambda _checked=False, key=place.key: self.gone_to.emit(key))
        self._group.addButton(button)
        return button

    def _plain_button(self, name: str, icon: str) -> QToolButton:
        button = QToolButton()
        button.setText(name)
        button.setAccessibleName(name)
        button.setProperty("place", "true")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setFixedSize(_BUTTON_WIDTH, _BUTTON_HEIGHT)
        icons.dress(button, icon, "text2", _ICON)
        return button
