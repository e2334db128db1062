"""When the workspace locks, and what opens it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit

from cxo_desktop.app.settings import IDLE_CHOICES
from cxo_desktop.app.tasks import CancelToken, Progress
from cxo_desktop.domain.errors import CxoError
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.section import Section
from cxo_desktop.ui.tasks import Task
from cxo_desktop.ui.widgets.cards import plain_button
from cxo_desktop.ui.widgets.fields import secret_field
from cxo_desktop.ui.widgets.labels import plain_label, set_ink
from cxo_desktop.ui.widgets.layouts import row

_FIELD = 280


class KeysSection(Section):
    """Minutes until the lock, the passphrase, the system's keyring, and the recovery key."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.minutes = QComboBox()
        self.minutes.setAccessibleName(_("Lock after"))
        self.minutes.setFixedWidth(_FIELD)
        for minutes in IDLE_CHOICES:
            text = ngettext("{n} minute without a key", "{n} minutes without a key", minutes)
            self.minutes.addItem(text.format(n=minutes), minutes)
        self.old = secret_field(_("Passphrase until now"))
        self.new = secret_field(_("New passphrase"))
        self.again = secret_field(_("The new passphrase again"))
        self.change = plain_button(_("Change the passphrase"), "key-round", self.change_it)
        self.recovery = QLineEdit()
        self.recovery.setReadOnly(True)
        self.recovery.setAccessibleName(_("Recovery key"))
        self.recovery.hide()
        self.renew = plain_button(_("Make a new recovery key"), "rotate-ccw", self.renew_it)
        self.keyring = plain_button("", "key-round", self.turn_keyring)
        self.words = plain_label("", "body", "text2", wrap=True)
        for field in (self.old, self.new, self.again):
            field.setFixedWidth(_FIELD)
        self.minutes.activated.connect(self._choose_minutes)
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        used = self.desk.attempt(lambda: self.desk.workspace.vault.in_keyring)
        self.keyring.setText(
            _("Ask for the passphrase again") if used else _("Open by this laptop's keyring")
        )
        self.minutes.setCurrentIndex(self.minutes.findData(self.desk.settings.now.idle_minutes))

    def change_it(self) -> None:
        """Change the passphrase, off the window's thread: reckoning keys takes a moment."""
        vault, old, new = self.desk.workspace.vault, self.old.text(), self.new.text()
        if not new or new != self.again.text():
            self._say(_("The two new ones are not the same, or empty. Type them once more."), "bad")
            return

        def work(_token: CancelToken, _progress: Progress) -> str:
            vault.change_passphrase(old, new)
            return _("The new passphrase opens this workspace. The recovery key stays as it is.")

        self.change.setEnabled(False)
        task = Task(work, self)
        task.succeeded.connect(self._changed)
        task.failed.connect(self._refused)
        self.desk.runner.start(task)

    def turn_keyring(self) -> None:
        """Let the keyring of the laptop open the workspace, or no more; it may ask by itself."""
        vault = self.desk.workspace.vault

        def work(_token: CancelToken, _progress: Progress) -> str:
            if vault.in_keyring:
                vault.leave_keyring()
                return _("From the next start on, the passphrase is asked for.")
            vault.use_keyring()
            return _("From the next start on, the keyring of this laptop opens this workspace.")

        self.keyring.setEnabled(False)
        task = Task(work, self)
        task.succeeded.connect(self._changed)
        task.failed.connect(self._refused)
        self.desk.runner.start(task)

    def renew_it(self) -> None:
        """Show a new recovery key; the old one opens no more."""
        key = self.desk.write(self.desk.workspace.vault.renew_recovery)
        if key is not None:
            self.recovery.setText(key)
            self.recovery.show()
            self.recovery.setFocus()
            self._say(_("Write it on paper now: it is shown once. The one before is void."), "warn")

    def hideEvent(self, event: Any) -> None:
        self.recovery.clear()
        self.recovery.hide()
        self._say("", "text2")
        super().hideEvent(event)

    def _choose_minutes(self) -> None:
        minutes = self.minutes.currentData()
        self.desk.attempt(lambda: self.desk.settings.change(idle_minutes=minutes))

    def _changed(self, words: object) -> None:
        for field in (self.old, self.new, self.again):
            field.clear()
        self._free()
        self._say(str(words), "ok")

    def _refused(self, error: Exception) -> None:
        self._free()
        if not isinstance(error, CxoError):
            raise error
        self._say(str(error), "bad")

    def _free(self) -> None:
        self.change.setEnabled(True)
        self.keyring.setEnabled(True)
        self.refresh()

    def _say(self, words: str, ink: str) -> None:
        self.words.setText(words)
        set_ink(self.words, ink)

    def _lay_out(self) -> None:
        lock = plain_button(_("Lock now"), "lock", lambda: self.desk.asked.emit("lock"))
        self.lay_out(
            _("Lock and keys"),
            _(
                "When it locks, what you are typing is kept first and no word stays on the screen. "
                "It locks as well when the laptop goes to sleep."
            ),
            row(self.minutes, lock, None),
            6,
            plain_label(_("Passphrase"), "heading"),
            self.old,
            self.new,
            self.again,
            row(self.change, None),
            6,
            plain_label(_("Keyring of this laptop"), "heading"),
            plain_label(
                _(
                    "It can open this workspace when the window starts. Whoever is signed in to "
                    "this laptop as you can then read your notes; after a lock the passphrase is "
                    "still asked for."
                ),
                "body",
                "text2",
                wrap=True,
            ),
            row(self.keyring, None),
            6,
            plain_label(_("Recovery key"), "heading"),
            plain_label(
                _("Without the passphrase only this key opens your notes. Keep it on paper."),
                "body",
                "text2",
                wrap=True,
            ),
            row(self.renew, None),
            self.recovery,
            self.words,
            None,
        )
