"""Cards: the white panels that a page is made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QPushButton, QSizePolicy, QToolButton

from cxo_desktop.i18n import _
from cxo_desktop.ui import icons
from cxo_desktop.ui.actions import key_text
from cxo_desktop.ui.widgets.labels import icon_label, key_cap, plain_label, set_ink
from cxo_desktop.ui.widgets.layouts import Margins, Part, column, row

_PADDING: Margins = (14, 12, 14, 12)


def card(layout: QLayout, kind: str = "plain") -> QFrame:
    """Return a card that holds the layout."""
    frame = QFrame()
    frame.setProperty("card", kind)
    frame.setLayout(layout)
    return frame


class Panel(QFrame):
    """A card with a heading, a word at its right, and what it shows."""

    def __init__(self, heading: str, *parts: Part, aside: str = "") -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self._heading = plain_label(heading, "section")
        self._aside = plain_label(aside, "small", "text3")
        head = row(self._heading, None, self._aside)
        self.setLayout(column(head, *parts, margins=_PADDING))

    def set_heading(self, heading: str, aside: str = "") -> None:
        """Change the words above the card's contents."""
        self._heading.setText(heading)
        self._aside.setText(aside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wanted = self._heading.sizeHint().width() + self._aside.sizeHint().width() + 2 * _PADDING[0]
        self._aside.setVisible(event.size().width() > wanted + _PADDING[0])
        super().resizeEvent(event)


class Tile(QFrame):
    """One figure: what it is, how much, and what to make of it."""

    def __init__(self, title: str, icon: str) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self._title = plain_label(title, "label", "text2")
        self._value = plain_label("\N{HORIZONTAL ELLIPSIS}", "figure", "text3")
        self._remark = plain_label(_("being worked out"), "small", "text3")
        self._remark.setMinimumWidth(1)
        self._remark.setWordWrap(True)
        self._remark.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._name = title
        self.next = _next_button()
        head = row(self._title, None, icon_label(icon, "text3"))
        below = row(self._remark, self.next)
        self.setLayout(column(head, self._value, below, spacing=2, margins=(14, 10, 14, 10)))

    @property
    def value(self) -> str:
        """Return the figure as shown."""
        return self._value.text()

    @property
    def remark(self) -> str:
        """Return what is said below the figure."""
        return self._remark.text()

    def show_figure(self, value: str, remark: str, ink: str = "text") -> None:
        """Show a figure with its remark; the remark says in words what the ink says."""
        self._value.setText(value)
        self._remark.setText(remark)
        set_ink(self._value, ink)
        set_ink(self._remark, "text2")
        self.setAccessibleName(f"{self._name}: {value}. {remark}")

    def offer_next(self, words: str) -> None:
        """Offer a step that follows from the figure, said in words; "" for none."""
        self.next.setVisible(bool(words))
        self.next.setAccessibleName(words)
        self.next.setToolTip(words)


class EmptyState(QFrame):
    """What belongs here, one button and one key."""

    def __init__(self, icon: str, title: str, words: str, button: str, shortcut: str = "") -> None:
        super().__init__()
        self.button = primary_button(button)
        centre = Qt.AlignmentFlag.AlignHCenter
        heading = plain_label(title, "subtitle")
        text = plain_label(words, "body", "text2", wrap=True)
        text.setAlignment(centre)
        text.setFixedWidth(420)
        caps = [key_cap(key_text(shortcut))] if shortcut else []
        inner = column(None, spacing=10, margins=(24, 24, 24, 24))
        inner.addWidget(icon_label(icon, "text3", 32), 0, centre)
        inner.addWidget(heading, 0, centre)
        inner.addLayout(row(None, text, None))
        inner.addLayout(row(None, self.button, *caps, None))
        self._second = row()
        inner.addLayout(self._second)
        inner.addStretch(1)
        self.setLayout(inner)

    def add_second(self, button: QPushButton) -> None:
        """Put a quieter button under the first."""
        self._second.addStretch(1)
        self._second.addWidget(button)
        self._second.addStretch(1)


def _next_button() -> QToolButton:
    button = QToolButton()
    icons.dress(button, "arrow-right", "accent", 16)
    button.setFixedSize(36, 26)
    button.hide()
    return button


def primary_button(
    text: str, icon: str = "", handler: Callable[[], object] | None = None
) -> QPushButton:
    """Return the one button of a page that stands out."""
    return _button(text, icon, "onAccent", handler, {"primary": "true"})


def plain_button(
    text: str, icon: str = "", handler: Callable[[], object] | None = None
) -> QPushButton:
    """Return a button, with an icon if it has a name."""
    return _button(text, icon, "text", handler, {})


def _button(
    text: str,
    icon: str,
    ink: str,
    handler: Callable[[], object] | None,
    properties: dict[str, str],
) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(text)
    for name, value in properties.items():
        button.setProperty(name, value)
    if icon:
        icons.dress(button, icon, ink, 16)
    if handler is not None:
        button.clicked.connect(lambda _checked=False: handler())
    return button
