"""What lies in the folders of a share, asked once an exchange, and whether it was in order before.

A folder that lists exactly as it did when everything in it was known costs nothing more, however
long its history is.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from cxo_desktop.store.database import write
from cxo_desktop.sync.local import LocalSpace
from cxo_desktop.sync.transport import Listed, Transport

_KEY = "in order "


class Listings:
    """The listings of one exchange.

    ``quiet`` when it is known otherwise that nothing has happened since all was in order.
    """

    def __init__(self, local: LocalSpace, share: Transport, *, quiet: bool = False) -> None:
        self._local = local
        self._quiet = quiet
        self._share = share
        self._files: dict[str, Sequence[Listed]] = {}
        self._prints: dict[str, str] = {}
        self._known = local.state.all(_KEY)

    def files(self, folder: str) -> Sequence[Listed]:
        """Return the files in a folder, as they were when it was asked for first."""
        if folder not in self._files:
            self._files[folder] = self._share.files(folder)
        return self._files[folder]

    def forget(self, folder: str) -> None:
        """Ask again next time, as something was written."""
        self._files.pop(folder, None)
        self._prints.pop(folder, None)

    def in_order(self, folder: str) -> bool:
        """Tell whether a folder lists as it did when all in it was as it should be."""
        known = self._known.get(_KEY + folder)
        return known is not None and (self._quiet or known == self._print(folder))

    def note_order(self, folder: str) -> None:
        """Note that all in a folder is as it should be."""
        found = self._print(folder)
        if self._known.get(_KEY + folder) != found:
            self._known[_KEY + folder] = found
            with write(self._local.store.db):
                self._local.state.put(_KEY + folder, found)

    def _print(self, folder: str) -> str:
        """Return a print of what lies in a folder and how far its laptop's segments are here."""
        if folder not in self._prints:
            lines = sorted(f"{one.name} {one.size}" for one in self.files(folder))
            self._prints[folder] = sha256("\n".join(lines).encode()).hexdigest()
        last = self._local.segments.last_number(folder.rpartition("/")[2])
        return f"{self._prints[folder]} {last}"
