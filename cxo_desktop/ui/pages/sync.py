"""Sync: how the share stands, what came in, what two changed, who shares, what was not taken."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QProgressBar, QStackedWidget, QWidget

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.syncing import WouldDo, would_do
from cxo_desktop.app.tasks import CancelToken, Progress
from cxo_desktop.i18n import _
from cxo_desktop.ui import share_rows
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.dialogs.opened import open_once
from cxo_desktop.ui.dialogs.share_place import SharePlaceDialog
from cxo_desktop.ui.dialogs.trust import ask_for_trust
from cxo_desktop.ui.page import Page
from cxo_desktop.ui.sections.beginning import BeginningSection
from cxo_desktop.ui.share_matters import matter_rows, sections
from cxo_desktop.ui.share_work import ShareWork
from cxo_desktop.ui.widgets.cards import card, plain_button, primary_button
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import boxed, column, row
from cxo_desktop.ui.widgets.row_list import RowList

_LEFT, _NARROW_LEFT, _WIDE, _FACTS, _HEAD = 290, 200, 1000, 170, 36


class SyncPage(Page):
    """The share and its matters at the left, the matter that is chosen at the right."""

    def __init__(self, desk: Desk, work: ShareWork) -> None:
        super().__init__(desk)
        self.work = work
        self.would: WouldDo | None = None
        self.state = plain_label("", "body", "text2", wrap=True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setFixedWidth(120)
        self.progress.setAccessibleName(_("Progress of the exchange"))
        self.step = plain_label("", "small", "text2")
        self.cancel = plain_button(_("Cancel"), handler=work.cancel)
        self.look = plain_button(_("What would happen"), "eye", self.rehearse)
        self.exchange = primary_button(_("Sync now"), "refresh-cw", self.exchange_now)
        self.facts = RowList(_("The share"))
        self.matters = RowList(_("Matters of the share"))
        self.by_itself = QCheckBox(_("Sync by itself"))
        self.by_itself.setAccessibleName(_("Sync by itself"))
        self.beginning = BeginningSection(desk, work)
        self.sections = sections(desk, work, self)
        self._stack = QStackedWidget()
        for section in self.sections.values():
            self._stack.addWidget(section)
        self._whole = QStackedWidget()
        self._whole.addWidget(card(column(self.beginning)))
        self._whole.addWidget(self._shared())
        self._lay_out()
        self.matters.picked.connect(self.show_matter)
        self.by_itself.clicked.connect(lambda _checked=False: self._choose())
        work.told.connect(self._on_told)
        work.progressed.connect(lambda _share, words: self.step.setText(words))
        work.unknown_server.connect(lambda host, key: ask_for_trust(work, host, key, self))
        self.setFocusProxy(self.matters)

    def refresh(self) -> None:
        """Show how the share stands, as far as is known here."""
        now = self.work.now
        status = now.status
        self._show_work()
        self._whole.setCurrentIndex(0 if status is None else 1)
        if status is None:
            self.beginning.refresh()
            return
        self.facts.show_rows(share_rows.share_rows(now, status))
        self.facts.fit_height(_FACTS)
        self.by_itself.setChecked(not self.desk.settings.now.exchange)
        self.matters.show_rows(matter_rows(self.desk, now, status, told=self.would is not None))
        if not self.matters.current:
            self.matters.select("contested" if status.conflicts else "arrived")
        self.sections[self.where()].refresh()

    def show_matter(self, key: str) -> None:
        """Show one matter of the share."""
        self._stack.setCurrentWidget(self.sections[key])
        self.matters.select(key)
        if self.isVisible():
            self.sections[key].refresh()

    def exchange_now(self) -> None:
        """Exchange with the share now."""
        self.would = None
        if self.where() == "would":
            self.show_matter("arrived")
        self.work.exchange()

    def rehearse(self) -> None:
        """Find out what an exchange would do, and show it."""

        def work(engagement: OpenEngagement, token: CancelToken, progress: Progress) -> WouldDo:
            return would_do(engagement, "", progress, token)

        self.work.begin(_("Looking"), work, self._show_would)

    def ask_for_place(self) -> None:
        """Ask where the share lies now, or for another password there."""
        status = self.work.now.status
        dialog = SharePlaceDialog(
            _("Use this place"),
            _("Where the share lies now, as it is seen from this laptop."),
            self,
            known=status.place if status else "",
        )
        dialog.accepted.connect(lambda: self.work.exchange(dialog.place))
        open_once(dialog)

    def where(self) -> str:
        return self.matters.current or "arrived"

    def go_back_to(self, where: str) -> None:
        if where in self.sections:
            self.show_matter(where)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._left.setFixedWidth(_LEFT if event.size().width() > _WIDE else _NARROW_LEFT)
        super().resizeEvent(event)
        self.facts.doItemsLayout()
        self.facts.fit_height(_FACTS)

    def _on_told(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _show_work(self) -> None:
        now, busy = self.work.now, self.work.busy
        shared = now.status is not None and not now.status.left
        self.state.setText(share_rows.state_words(now))
        for part in (self.progress, self.cancel, self.step):
            part.setVisible(busy)
        for button in (self.look, self.exchange):
            button.setVisible(shared)
            button.setEnabled(not busy)

    def _show_would(self, found: Any) -> None:
        self.would = found
        self.refresh()
        self.show_matter("would")

    def _choose(self) -> None:
        chosen = "" if self.by_itself.isChecked() else "asked"
        self.desk.attempt(lambda: self.desk.settings.change(exchange=chosen))

    def _shared(self) -> QWidget:
        elsewhere = plain_button(_("Place or password…"), "folder", self.ask_for_place)
        left = column(
            card(column(self.facts, row(elsewhere, None), self.by_itself,
                        margins=(8, 8, 8, 10))),
            card(column(self.matters, margins=(8, 8, 8, 8))),
            spacing=12,
        )  # fmt: skip
        left.setStretch(1, 1)
        self._left = boxed(left)
        body = row(self._left, card(column(self._stack)), spacing=12)
        body.setStretch(1, 1)
        return boxed(body)

    def _lay_out(self) -> None:
        header = row(
            plain_label(_("Sync"), "title"), 4, self.state, self.step, self.progress,
            self.cancel, self.look, self.exchange, spacing=10,
        )  # fmt: skip
        header.setStretch(2, 1)
        (head := boxed(header)).setMinimumHeight(_HEAD)
        page = column(head, self._whole, spacing=12, margins=(16, 12, 16, 14))
        page.setStretch(1, 1)
        self.setLayout(page)
