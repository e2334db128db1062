"""The lock on a workspace: its passphrase, its recovery key, and the key while it is open."""

from __future__ import annotations

from pathlib import Path

from cxo_desktop.domain.errors import Locked
from cxo_desktop.store import keys
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
        Raises Locked on one that is not, InputRefused on a network drive.
        """
        if not self.is_new:
            keys.change_passphrase(self._file, self.key, passphrase, self._cost)
            return ""
        refuse_network_drive(self._file.parent)
        made = keys.create(self._file, passphrase, self._cost)
        self._key = made.key
        return made.recovery

    def change_passphrase(self, old: str, new: str) -> None:
        """Let another passphrase open the workspace. Raises Locked when the old one is wrong."""
        keys.change_passphrase(self._file, keys.unlock(self._file, old), new, self._cost)

    def renew_recovery(self) -> str:
        """Return a new recovery key, to be printed; the old one opens no more. Raises Locked."""
        return keys.renew_recovery(self._file, self.key)

    def unlock(self, passphrase: str) -> None:
        """Open the workspace. Raises Locked for a wrong passphrase, Damaged for its key file."""
        self._key = keys.unlock(self._file, passphrase)

    def unlock_by_recovery(self, recovery: str) -> None:
        """Open the workspace with the printed recovery key. Raises as unlock does."""
        self._key = keys.unlock_by_recovery(self._file, recovery)

    def sealed(self, text: str) -> bytes:
        """Return a text that only the unlocked workspace can read. Raises Locked."""
        return keys.seal(self.key, text.encode())

    def unsealed(self, content: bytes) -> str:
        """Return the text of ``sealed``. Raises Locked, Damaged."""
        return keys.unseal(self.key, content).decode()

    def lock(self) -> None:
        """Forget the key; what is open must be closed by whoever opened it."""
        self._key = None
