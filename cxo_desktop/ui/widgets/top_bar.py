"""Above every page: which engagement is open, where to search, and what is on the disk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QToolButton

from cxo_desktop.app.workspace import EngagementCard
from cxo_desktop.i18n import _
from cxo_desktop.ui import icons
from cxo_desktop.ui.actions import key_text
from cxo_desktop.ui.widgets.chips import Chip
from cxo_desktop.ui.widgets.labels import key_cap, plain_label, set_ink
from cxo_desktop.ui.widgets.layouts import row

_HEIGHT, _SEARCH, _NARROW_SEARCH = 52, 430, 250
SEARCH_KEY = "Ctrl+K"


class TopBar(QFrame):
    """``chosen`` tells the code of an engagement; the other signals that a part was pressed."""

    chosen = Signal(str)
    new_asked = Signal()
    search_asked = Signal()
    share_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "top")
        self.setFixedHeight(_HEIGHT)
        self.engagement = _engagement_button()
        self.stage = plain_label("", "small", "text3")
        self.saved = Chip(_("No changes yet"), "text2")
        self.share = _share_button()
        self.share.clicked.connect(lambda _checked=False: self.share_asked.emit())
        self.search = self._search_field()
        left = row(self.engagement, self.stage, None)
        right = row(None, self.saved, self.share)
        whole = row(left, self.search, right, spacing=10, margins=(16, 8, 16, 8))
        whole.setStretch(0, 1)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def show_engagement(self, name: str, stage: str) -> None:
        """Show which engagement is open; "" for none."""
        self.engagement.setText(name or _("No engagement open"))
        self.engagement.setAccessibleName(_("Engagement: {name}").format(name=name or _("none")))
        self.stage.setText(stage)

    def offer(self, cards: Sequence[EngagementCard]) -> None:
        """Offer these engagements in the menu, and a new one."""
        menu = self.engagement.menu() or QMenu(self.engagement)
        menu.clear()
        for card in cards:
            action = menu.addAction(card.organisation or card.code)
            action.triggered.connect(lambda _c=False, code=card.code: self.chosen.emit(code))
        if cards:
            menu.addSeparator()
        menu.addAction(_("New engagement…")).triggered.connect(self._ask_new)
        self.engagement.setMenu(menu)

    def show_saved(self, at: datetime | None = None) -> None:
        """Say that the last change reached the disk ``at`` that time, else now; only after it."""
        at = at or datetime.now().astimezone()
        self.saved.show_text(_("Saved {time}").format(time=f"{at:%H:%M:%S}"), "ok", "check")

    def show_unsaved(self) -> None:
        """Say that the last change is not on the disk."""
        self.saved.show_text(_("Not saved"), "bad", "circle-alert")

    def show_share(self, text: str, ink: str, icon: str) -> None:
        """Say how the share stands; nothing for "" where nothing is shared."""
        self.share.setVisible(bool(text))
        if text:
            self.share.setText(text)
            self.share.setAccessibleName(_("Share: {state}").format(state=text))
            set_ink(self.share, ink)
            icons.dress(self.share, icon, ink, 13)

    def set_narrow(self, *, narrow: bool) -> None:
        """Take less room for the search, and none for the stage."""
        self.search.setFixedWidth(_NARROW_SEARCH if narrow else _SEARCH)
        self.hint.setVisible(not narrow)
        self.stage.setVisible(not narrow)

    def _ask_new(self) -> None:
        self.new_asked.emit()

    def _search_field(self) -> QPushButton:
        words = _("Search people and notes, or find a command")
        field = QPushButton()
        field.setProperty("search", "true")
        field.setAccessibleName(words)
        field.setFixedSize(_SEARCH, 32)
        field.setCursor(Qt.CursorShape.IBeamCursor)
        cap = key_cap(key_text(SEARCH_KEY))
        self.hint = plain_label(words, "small", "text3")
        field.setLayout(row(22, self.hint, None, cap, spacing=0, margins=(10, 0, 6, 0)))
        icons.dress(field, "search", "text3", 15)
        field.clicked.connect(lambda _checked=False: self.search_asked.emit())
        return field


def _share_button() -> QToolButton:
    button = QToolButton()
    button.setProperty("kind", "true")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setToolTip(_("How the share stands"))
    button.hide()
    return button


def _engagement_button() -> QToolButton:
    button = QToolButton()
    button.setProperty("brand", "true")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    icons.dress(button, "building-2", "accent", 18)
    return button
