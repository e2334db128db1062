"""The engagements of the workspace: renamed, put away, removed."""

from __future__ import annotations

from collections.abc import Callable

from cxo_desktop.app import shelf
from cxo_desktop.app.workspace import EngagementCard
from cxo_desktop.i18n import _
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.section import Section
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.cards import plain_button
from cxo_desktop.ui.widgets.flow import FlowBox
from cxo_desktop.ui.widgets.name_dialog import NameDialog
from cxo_desktop.ui.widgets.row_list import RowList


class EngagementsSection(Section):
    """Each engagement is a file and a key of its own; nothing passes from one to another."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = RowList(_("Engagements"))
        self.open = plain_button(_("Open"), "book-open", self.open_it)
        self.rename = plain_button(_("Rename…"), "pencil", self.ask_for_name)
        self.archive = plain_button(_("Put away"), "archive", self.archive_it)
        self.remove = plain_button(_("Remove"), "trash-2", self.remove_it)
        self._cards: dict[str, EngagementCard] = {}
        self.list.picked.connect(lambda _key: self._show_buttons())
        self.list.chosen.connect(lambda _key: self.open_it())
        new = plain_button(_("New engagement"), "plus", lambda: desk.asked.emit("engagement.new"))
        buttons = FlowBox(gap=8, between=8)
        buttons.show_parts([self.open, self.rename, self.archive, self.remove, new])
        self.lay_out(
            _("Engagements"),
            _("One organisation each, strictly apart. What you remove goes to the bin first."),
            self.list,
            buttons,
        )

    def refresh(self) -> None:
        """Show the engagements in use, then those put away."""
        workspace = self.desk.workspace
        cards = [*workspace.engagements(), *workspace.engagements(archived=True)]
        self._cards = {card.code: card for card in cards}
        now = self.desk.engagement
        self.list.show_rows(
            [
                engagement_row(card, is_open=now is not None and card.code == now.code)
                for card in cards
            ]
        )
        self._show_buttons()

    def open_it(self) -> None:
        """Open the engagement that is current."""
        self._on_current(lambda card: self.desk.attempt(lambda: self.desk.open(card.code)))

    def ask_for_name(self) -> None:
        """Ask for another name of the organisation."""

        def ask(card: EngagementCard) -> None:
            dialog = NameDialog(_("Rename"), _("Name of the organisation"), self)
            dialog.field.setText(card.organisation)
            if dialog.exec() and dialog.name:
                self.desk.write(lambda: shelf.rename(self.desk.workspace, card.code, dialog.name))

        self._on_current(ask)

    def archive_it(self) -> None:
        """Put the current one away, or take it back into use."""

        def turn(card: EngagementCard) -> None:
            archived = not card.archived
            self.desk.write(
                lambda: shelf.archive(self.desk.workspace, card.code, archived=archived)
            )

        self._on_current(turn)

    def remove_it(self) -> None:
        """Put the current one into the bin, without a question, with a way back."""

        def remove(card: EngagementCard) -> None:
            now = self.desk.engagement
            if now is not None and now.code == card.code:
                self.desk.leave()
            if self.desk.write(lambda: shelf.remove(self.desk.workspace, card.code)):
                said = _("“{name}” is in the bin.").format(name=card.organisation or card.code)
                self.desk.said.emit(said, lambda: self._bring_back(card))
            if self.desk.engagement is None:
                self.desk.opened.emit()

        self._on_current(remove)

    def _bring_back(self, card: EngagementCard) -> None:
        self.desk.write(lambda: shelf.bring_back(self.desk.workspace, card.code))
        self._tell()

    def _on_current(self, act: Callable[[EngagementCard], object]) -> None:
        card = self._cards.get(self.list.current)
        if card is not None:
            act(card)
            self._tell()

    def _tell(self) -> None:
        self.refresh()
        self.desk.listed.emit()

    def _show_buttons(self) -> None:
        card = self._cards.get(self.list.current)
        for button in (self.rename, self.archive, self.open):
            button.setEnabled(card is not None and not card.damaged)
        self.remove.setEnabled(card is not None)
        self.archive.setText(_("Take into use") if card and card.archived else _("Put away"))


def engagement_row(card: EngagementCard, *, is_open: bool) -> ListRow:
    """Return the row of an engagement, with where it stands in words."""
    states = (
        (card.damaged, _("damaged"), "bad"),
        (card.archived, _("put away"), "text2"),
        (is_open, _("open"), "ok"),
    )
    aside, ink = next(((word, ink) for holds, word, ink in states if holds), ("", "text2"))
    return ListRow(
        key=card.code,
        title=card.organisation or card.code,
        below=card.code,
        icon="building-2",
        aside=aside,
        aside_ink=ink,
    )
