"""Take back a person's consent, or forget the person: what goes is shown before it goes."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QPlainTextEdit, QWidget

from cxo_desktop.app import forget, people
from cxo_desktop.app.done_words import thing_word
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.forget import Goes
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui import words
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.widgets.cards import plain_button
from cxo_desktop.ui.widgets.labels import plain_label, rule
from cxo_desktop.ui.widgets.layouts import column, row

_WIDTH, _LIST = 520, 150
_CLEANED = "cleaned"


class PartingDialog(QDialog):
    """Withdrawing can be undone; forgetting cannot, and has to be asked for twice."""

    def __init__(
        self, desk: Desk, engagement: OpenEngagement, person: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._engagement, self._person = desk, engagement, person
        self._asked = False
        self.setWindowTitle(_("Withdraw or forget"))
        self.setFixedWidth(_WIDTH)
        self.blocked = plain_label(self._blocked_words(), "body", wrap=True)
        self.withdraw = plain_button(_("Withdraw the consent"), "shield-off", self._withdraw)
        self.goes = QPlainTextEdit()
        self.goes.setAccessibleName(_("What goes for good"))
        self.goes.setReadOnly(True)
        self.goes.setTabChangesFocus(True)
        self.goes.setFixedHeight(_LIST)
        goes = desk.attempt(lambda: forget.what_goes(engagement, person))
        self.goes.setPlainText("\n".join(_lines(goes)) if goes else "")
        self.backups = QCheckBox(_("Remove all older backups too, and make a fresh one"))
        self.warned = plain_label("", "bodyStrong", "bad", wrap=True)
        self.warned.hide()
        self.forget = plain_button(_("Forget for good"), "trash-2", self._forget)
        self.forget.setEnabled(goes is not None)
        self._lay_out()

    def _lay_out(self) -> None:
        who = words.who(self._engagement.dossier(), self._person)
        explained = _("Words, names, contents and drafts are blanked, in the history too:")
        self.setLayout(
            column(
                plain_label(who, "subtitle", wrap=True),
                plain_label(_("Withdraw the consent"), "heading"),
                self.blocked,
                row(self.withdraw, None),
                rule(),
                plain_label(_("Forget this person"), "heading"),
                plain_label(explained, "body", wrap=True),
                self.goes,
                self.backups,
                self.warned,
                row(self.forget, None, plain_button(_("Close"), handler=self.reject)),
                spacing=9,
                margins=(22, 18, 22, 16),
            )
        )

    def _blocked_words(self) -> str:
        count = len(people.blocked_with(self._engagement.dossier(), self._person))
        return ngettext(
            "{n} note stays here but is blocked from briefs, maps given out and findings.",
            "{n} notes stay here but are blocked from briefs, maps given out and findings.",
            count,
        ).format(n=count)

    def _withdraw(self) -> None:
        done = self._desk.write(lambda: forget.withdraw_consent(self._engagement, self._person))
        if done is not None:
            said = ngettext("{n} consent withdrawn", "{n} consents withdrawn", done).format(n=done)
            self._desk.said.emit(said, None)
            self.accept()

    def _forget(self) -> None:
        if not self._asked:
            self._asked = True
            self.warned.setText(
                _("This cannot be undone. Press the button once more to forget for good.")
            )
            self.warned.show()
            return
        with_backups = self.backups.isChecked()
        if self._desk.did(
            lambda: forget.forget_person(self._engagement, self._person, with_backups=with_backups)
        ):
            self._desk.said.emit(_("Person forgotten"), None)
            self.accept()


def _lines(goes: Goes) -> list[str]:
    """Return what goes, each kind in the words of the window."""
    counted = {kind: count for kind, count in goes.records.items() if count}
    found = [
        _("{kind}: {count}").format(
            count=count,
            kind=_("other records that named the person") if kind == _CLEANED else thing_word(kind),
        )
        for kind, count in counted.items()
    ]
    return found + goes.lines()[len(counted) :]
