"""The bin: what was removed stays here until somebody empties it."""

from __future__ import annotations

from datetime import UTC, datetime

from cxo_desktop.app import history, shelf
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.record_words import kind_of, title_of
from cxo_desktop.ui.section import Section
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.cards import plain_button
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import row
from cxo_desktop.ui.widgets.row_list import RowList
from cxo_desktop.ui.words import moment

_ENGAGEMENT = "engagement:"


class BinSection(Section):
    """Records of the open engagement, and whole engagements."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = RowList(_("Removed, newest first"))
        self.words = plain_label("", "body", "text2", wrap=True)
        self.back = plain_button(_("Bring it back"), "undo-2", self.bring_back)
        self.old = plain_button(
            _("Empty what is older than 30 days"),
            "trash-2",
            lambda: self.empty(only_old=True),
        )
        self.all = plain_button(
            _("Empty the bin for good"), "trash-2", lambda: self.empty(only_old=False)
        )
        self._asked_twice = False
        self.list.picked.connect(lambda _key: self.back.setEnabled(True))
        self.lay_out(
            _("Bin"),
            _("What you remove lies here and can be brought back, until you empty the bin."),
            self.list,
            self.words,
            row(self.back, None, self.old, self.all),
        )

    def refresh(self) -> None:
        rows = self._rows()
        self._asked_twice = False
        self.list.show_rows(rows)
        self.back.setEnabled(bool(self.list.current))
        self.all.setEnabled(bool(rows))
        self.old.setVisible(self._old() > 0)
        self.words.setText("" if rows else _("The bin is empty."))

    def bring_back(self) -> None:
        """Take what is current out of the bin."""
        key, engagement = self.list.current, self.desk.engagement
        if key.startswith(_ENGAGEMENT):
            code = key.removeprefix(_ENGAGEMENT)
            card = self.desk.write(lambda: shelf.bring_back(self.desk.workspace, code))
            if card is not None:
                self.desk.listed.emit()
        elif key and engagement is not None:
            self.desk.write(lambda: history.take_out_of_bin(engagement, key))
        self.refresh()

    def empty(self, *, only_old: bool) -> None:
        """Remove for good; the whole bin only when asked a second time."""
        if not only_old and not self._asked_twice:
            self._asked_twice = True
            self.words.setText(
                _("This cannot be undone. Press the button once more to empty the bin for good.")
            )
            return
        now, older = datetime.now(UTC), shelf.OFFER_TO_EMPTY_AFTER
        kept = {"older_than": older} if only_old else {}
        gone = self.desk.write(lambda: shelf.empty_bin(self.desk.workspace, now, **kept)) or 0
        engagement = self.desk.engagement
        if engagement is not None:
            gone += self.desk.write(lambda: history.empty_bin(engagement, now, **kept)) or 0
        self.refresh()
        self.words.setText(
            ngettext("{n} thing is gone for good.", "{n} things are gone for good.", gone).format(
                n=gone
            )
        )

    def _rows(self) -> list[ListRow]:
        engagement = self.desk.engagement
        records = history.in_bin(engagement) if engagement else ()
        dossier = engagement.dossier() if engagement else None
        cards = () if self.desk.workspace.vault.locked else shelf.removed(self.desk.workspace)
        return [
            *(
                ListRow(
                    key=f"{_ENGAGEMENT}{card.code}",
                    title=card.organisation or card.code,
                    below=_("Engagement"),
                    icon="building-2",
                    aside=moment(card.removed_at) if card.removed_at else "",
                )
                for card in reversed(cards)
            ),
            *(
                ListRow(
                    key=gone.record.id,
                    title=title_of(gone.record, dossier),
                    below=kind_of(gone.record),
                    icon="trash-2",
                    aside=moment(gone.at),
                )
                for gone in records
            ),
        ]

    def _old(self) -> int:
        now, engagement = datetime.now(UTC), self.desk.engagement
        records = history.in_bin(engagement) if engagement else ()
        cards = () if self.desk.workspace.vault.locked else shelf.removed(self.desk.workspace)
        at = [*(gone.at for gone in records), *(c.removed_at for c in cards if c.removed_at)]
        return sum(now - one > shelf.OFFER_TO_EMPTY_AFTER for one in at)
