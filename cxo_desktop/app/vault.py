"""The lock on a workspace: its passphrase, its recovery key, and the key while it is open."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from cxo_desktop.domain.errors import InputRefused, Locked
from cxo_desktop.i18n import _
from cxo_desktop.store import keys, system_keyring
from cxo_desktop.store.keys import DEFAULT_COST, KdfCost
from cxo_desktop.store.places import refuse_network_drive


class Vault:
    """Locked until ``unlock`` or, for a new workspace, ``set_passphrase`` was called."""

    def __init__(self, file: Path, cost: KdfCost = DEFAULT_COST) -> None:
        self._file = file
        self._cost = cost
        self._key: bytes | None = None

    @property
    def is_new(self) -> bool:
        """Tell whether nobody has set a passphrase yet."""
        return not self._file.exists()

    @property
    def locked(self) -> bool:
        """Tell whether the engagements cannot be read now."""
        return self._key is None

    @property
    def key(self) -> bytes:
        """Return the workspace's key. Raises Locked."""
        if self._key is None:
            raise Locked(
                "The workspace is locked.",
                "No passphrase was given.",
                "Give the passphrase; if it is lost, use the printed recovery key.",
            )
        return self._key

    def set_passphrase(self, passphrase: str) -> str:
        """Set the passphrase of a new workspace; return the recovery key, to be printed.

        On a workspace that is unlocked it is changed, and the recovery key stays ("" returned).
        Raises Locked on one that is not, InputRefused on a network drive and for an empty one.
        """
        if not passphrase.strip():
            raise InputRefused(
                _("The passphrase was not set."),
                _("It is empty, so anybody could read your notes."),
                _("Choose a few words that you remember."),
            )
        if not self.is_new:
            keys.change_passphrase(self._file, self.key, passphrase, self._cost)
            return ""
        refuse_network_drive(self._file.parent)
        made = keys.create(self._file, passphrase, self._cost)
        self._key = made.key
        return made.recovery

    def change_passphrase(self, old: str, new: str) -> None:
        """Let another passphrase open the workspace. Raises Locked when the old one is wrong."""
        self._key = keys.unlock(self._file, old)
        self.set_passphrase(new)

    def renew_recovery(self) -> str:
        """Return a new recovery key, to be printed; the old one opens no more. Raises Locked."""
        return keys.renew_recovery(self._file, self.key)

    def unlock(self, passphrase: str) -> None:
        """Open the workspace. Raises Locked for a wrong passphrase, Damaged for its key file."""
        self._key = keys.unlock(self._file, passphrase)

    def unlock_by_recovery(self, recovery: str) -> None:
        """Open the workspace with the printed recovery key. Raises as unlock does."""
        self._key = keys.unlock_by_recovery(self._file, recovery)

    @property
    def in_keyring(self) -> bool:
        """Tell whether the keyring of a laptop is to open it. Raises Damaged for its key file."""
        return not self.is_new and bool(keys.keyring_entry(self._file))

    def use_keyring(self) -> None:
        """Let the keyring of this laptop open the workspace, too. Raises Locked, InputRefused."""
        key = self.key
        self.leave_keyring()
        entry, secret = keys.add_keyring_slot(self._file, key)
        try:
            system_keyring.keep(entry, secret)
        except InputRefused:
            keys.drop_keyring_slot(self._file)
            raise

    def leave_keyring(self) -> None:
        """Let only passphrase and recovery key open the workspace. Raises Damaged.

        That holds even where the keyring does not let go of its part, which opens nothing then.
        """
        entry = keys.keyring_entry(self._file)
        if entry:
            keys.drop_keyring_slot(self._file)
            with suppress(InputRefused):
                system_keyring.drop(entry)

    def unlock_by_keyring(self) -> None:
        """Open the workspace by the keyring. Raises Locked, InputRefused where there is none."""
        secret = system_keyring.fetch(keys.keyring_entry(self._file))
        self._key = keys.unlock_by_keyring(self._file, secret or "")

    def lock(self) -> None:
        """Forget the key; what is open must be closed by whoever opened it."""
        self._key = None
