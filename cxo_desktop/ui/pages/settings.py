"""Settings: the matters at the left, what can be chosen at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from cxo_desktop.i18n import _
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.page import Page
from cxo_desktop.ui.section import Section
from cxo_desktop.ui.sections.backups import BackupsSection
from cxo_desktop.ui.sections.bin import BinSection
from cxo_desktop.ui.sections.engagements import EngagementsSection
from cxo_desktop.ui.sections.keys import KeysSection
from cxo_desktop.ui.sections.look import LookSection
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.theme import Theme
from cxo_desktop.ui.widgets.cards import card
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import column, row, scrolled
from cxo_desktop.ui.widgets.row_list import RowList

_LIST = 230


class SettingsPage(Page):
    """One section is shown; `show_section` by its key."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk)
        self.sections: dict[str, Section] = {
            "look": LookSection(desk, theme),
            "keys": KeysSection(desk),
            "backups": BackupsSection(desk),
            "bin": BinSection(desk),
            "engagements": EngagementsSection(desk),
        }
        names = (
            ("look", _("Look and language"), "sun-moon"),
            ("keys", _("Lock and keys"), "key-round"),
            ("backups", _("Backups"), "hard-drive"),
            ("bin", _("Bin"), "trash-2"),
            ("engagements", _("Engagements"), "building-2"),
        )
        self.list = RowList(_("Settings"))
        self.list.show_rows([ListRow(key, name, icon=icon) for key, name, icon in names])
        self._stack = QStackedWidget()
        for section in self.sections.values():
            self._stack.addWidget(scrolled(section))
        left = card(column(self.list, margins=(8, 8, 8, 8)))
        left.setFixedWidth(_LIST)
        body = row(left, card(column(self._stack)), spacing=12)
        body.setStretch(1, 1)
        page = column(
            plain_label(_("Settings"), "title"), body, spacing=12, margins=(16, 12, 16, 14)
        )
        page.setStretch(1, 1)
        self.setLayout(page)
        self.setFocusProxy(self.list)
        self.list.picked.connect(self.show_section)
        self.list.select("look")

    def refresh(self) -> None:
        """Show how things are now in the section that is shown."""
        if not self.desk.workspace.vault.locked:
            self.sections[self.where()].refresh()

    def show_section(self, key: str) -> None:
        """Show one section, and mark it in the list."""
        self._stack.setCurrentIndex(list(self.sections).index(key))
        self.list.select(key)
        if self.isVisible():
            self.refresh()

    def where(self) -> str:
        return self.list.current or "look"

    def go_back_to(self, where: str) -> None:
        self.show_section(where)
