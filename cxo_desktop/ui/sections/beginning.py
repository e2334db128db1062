"""No share yet: make one or ask to join one; and what this laptop waits for."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QFrame, QWidget

from cxo_desktop.app import joins, sharing
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.joins import Asked
from cxo_desktop.app.tasks import CancelToken, Progress
from cxo_desktop.i18n import _
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.dialogs.opened import open_once
from cxo_desktop.ui.dialogs.paper_key import PaperKeyDialog
from cxo_desktop.ui.dialogs.share_place import SharePlaceDialog
from cxo_desktop.ui.section import Section
from cxo_desktop.ui.share_work import ShareWork
from cxo_desktop.ui.widgets.cards import EmptyState, card, plain_button
from cxo_desktop.ui.widgets.labels import icon_label, plain_label
from cxo_desktop.ui.widgets.layouts import column, row
from cxo_desktop.ui.widgets.name_dialog import NameDialog
from cxo_desktop.ui.widgets.six_words import SixWords

_CARD = 560


class BeginningSection(Section):
    """What sharing is, in one sentence, with the two ways into it."""

    def __init__(self, desk: Desk, work: ShareWork) -> None:
        super().__init__(desk)
        self._work = work
        self.waiting = WaitingCard()
        self.waiting.take_back.clicked.connect(lambda _checked=False: self.take_back())
        self.waiting.by_paper.clicked.connect(lambda _checked=False: self.ask_for_key())
        self.nothing = EmptyState(
            "users",
            _("This engagement is on this laptop only"),
            _(
                "Two to five of you can work on it, offline for days, over one folder that any "
                "service moves: a network drive, Nextcloud, Dropbox, a USB stick. Nobody else "
                "can read along."
            ),
            _("Make a share…"),
        )
        self.nothing.button.clicked.connect(lambda _checked=False: self.ask_for_place())
        join = plain_button(_("Join a colleague's share…"), "user-plus", self.ask_to_join)
        self.nothing.add_second(join)
        whole = column(row(None, self.waiting, None), self.nothing, margins=(18, 14, 18, 14))
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.nothing.button)

    def refresh(self) -> None:
        """Show what this laptop waits for, if anything."""
        locked = self.desk.workspace.vault.locked
        asked = () if locked else joins.asked(self.desk.workspace)
        self.waiting.show_asked(asked[-1] if asked else None)
        self.nothing.button.setEnabled(self.desk.engagement is not None)
        self.nothing.setVisible(not asked or self.desk.engagement is not None)

    def ask_for_place(self) -> None:
        """Ask where the share is to lie, and make it."""
        dialog = SharePlaceDialog(
            _("Make the share"),
            _("A folder that all of you can reach. The share gets a folder of its own in it."),
            self,
            me=self.desk.settings.now.name,
        )
        dialog.accepted.connect(lambda: self.make(dialog.place, dialog.name))
        open_once(dialog)

    def ask_to_join(self) -> None:
        """Ask where a colleague's share lies, and ask to join it."""
        dialog = SharePlaceDialog(
            _("Ask to join"),
            _("The folder in which your colleague made the share, as it is seen from here."),
            self,
            me=self.desk.settings.now.name,
        )
        dialog.accepted.connect(lambda: self.join(dialog.place, dialog.name))
        open_once(dialog)

    def make(self, place: str, name: str) -> None:
        """Make a share and show its recovery key."""

        def work(engagement: OpenEngagement, _token: CancelToken, _progress: Progress) -> str:
            return sharing.create(engagement, self._work.known(place), name)

        self._work.begin(_("Making the share"), work, self._made)

    def join(self, place: str, name: str) -> None:
        """Ask to join a share; the six words are shown from then on."""
        workspace = self.desk.workspace

        def work(_opened: OpenEngagement | None, _token: CancelToken, _progress: Progress) -> str:
            return sharing.request(workspace, self._work.known(place), name)

        self._work.begin(_("Asking to join"), work, lambda _words: self.refresh())

    def take_back(self) -> None:
        """Ask no longer."""
        if self.desk.did(lambda: joins.withdraw(self.desk.workspace)):
            self.refresh()
            self._work.ask_status()

    def ask_for_key(self) -> None:
        """Let this laptop in by the printed key, when no colleague can."""
        dialog = NameDialog(_("Let this laptop in"), _("The printed recovery key"), self)
        workspace, me = self.desk.workspace, self.desk.settings.now.name or _("A laptop")

        def recover() -> None:
            key = dialog.name

            def work(_opened: OpenEngagement | None, _token: CancelToken, _p: Progress) -> None:
                sharing.recover(workspace, key, me)

            self._work.begin(_("Opening"), work, lambda _done: self._work.wanted_soon.emit())

        dialog.accepted.connect(recover)
        open_once(dialog)

    def _made(self, key: Any) -> None:
        open_once(PaperKeyDialog(str(key), self.window()))


class WaitingCard(QFrame):
    """What this laptop asked to join: six words for a colleague."""

    def __init__(self) -> None:
        super().__init__()
        self.words = SixWords()
        self.place = plain_label("", "small", "text2", wrap=True)
        self.take_back = plain_button(_("Ask no longer"), "x")
        self.by_paper = plain_button(_("Use the printed key"), "key-round")
        frame: QWidget = card(
            column(
                row(
                    icon_label("hourglass", "warn", 18),
                    plain_label(_("Waiting to be admitted"), "section"),
                    None,
                    spacing=8,
                ),
                plain_label(
                    _("Call your colleague and read out these six words; they compare and admit."),
                    "body",
                    "text2",
                    wrap=True,
                ),
                self.words,
                self.place,
                row(None, self.by_paper, self.take_back),
                spacing=10,
                margins=(18, 14, 18, 14),
            ),
            "banner-accent",
        )
        frame.setFixedWidth(_CARD)
        self.setLayout(column(frame))
        self.hide()

    def show_asked(self, asked: Asked | None) -> None:
        """Show the words for a share that was asked for, or nothing."""
        self.setVisible(asked is not None)
        if asked is not None:
            self.words.show_words(asked.words)
            self.place.setText(_("Share in {place}").format(place=asked.place))
