"""The folders of a workspace's engagements: each has a name that tells nothing."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cxo_desktop.app.vault import Vault
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.errors import Damaged
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.store import keys
from cxo_desktop.store.device import device_id
from cxo_desktop.store.engagement_store import EngagementStore, open_store
from cxo_desktop.store.files import flush_folder, make_folder, write_whole
from cxo_desktop.store.marks import ARCHIVED, marks, set_mark
from cxo_desktop.store.places import refuse_network_drive, why_read_only

_FILE = "engagement.db"
_KEY_FILE = "engagement.key"
_DEVICE = "device"
_STAGING = "new-"
_REMOVED = "removed-at"


@dataclass(frozen=True, slots=True)
class EngagementCard:
    """What a list of engagements shows of each.

    A damaged one, which cannot be opened, goes by the name of its folder. ``removed_at`` is when
    it was put into the bin.
    """

    code: str
    organisation: str
    folder: Path
    archived: bool = False
    damaged: bool = False
    removed_at: datetime | None = None


class EngagementFolders:
    """Make, open and move the folders under one workspace."""

    def __init__(self, path: Path, vault: Vault, ids: IdFactory) -> None:
        self._path = path
        self._root = path / "engagements"
        self._bin = path / "bin"
        self._vault = vault
        self._ids = ids

    def cards(self) -> tuple[EngagementCard, ...]:
        """Return a card for each engagement that is not in the bin, oldest first."""
        return self._cards_in(self._root)

    def bin(self) -> tuple[EngagementCard, ...]:
        """Return a card for each engagement in the bin, oldest engagement first."""
        return self._cards_in(self._bin)

    def key(self, folder: Path) -> bytes:
        """Return the key of an engagement. Raises Locked or Damaged."""
        return keys.engagement_key(folder / _KEY_FILE, self._vault.key)

    def file(self, folder: Path) -> Path:
        """Return where the database of an engagement lies."""
        return folder / _FILE

    def store(self, folder: Path) -> EngagementStore:
        """Open an engagement, for reading only where its folder cannot be written.

        Raises InputRefused on a network drive, Locked or Damaged as opening does.
        """
        refuse_network_drive(self._path)
        read_only = why_read_only(folder)
        device = device_id(self._path / _DEVICE, self._ids, keep=not read_only)
        return open_store(
            folder / _FILE, self.key(folder), device=device, ids=self._ids, read_only=read_only
        )

    def keep(self, dossier: Dossier) -> EngagementCard:
        """Make a folder that holds a whole engagement, or, when that fails, none."""
        row_id = self._ids.new()
        staging = self._root / f"{_STAGING}{row_id}"
        make_folder(staging)
        try:
            keys.create_engagement_key(staging / _KEY_FILE, self._vault.key)
            store = self.store(staging)
            try:
                store.records.fill(dossier)
            finally:
                store.close()
        except BaseException:
            shutil.rmtree(staging)
            raise
        folder = staging.rename(self._root / row_id)
        flush_folder(self._root)
        return EngagementCard(dossier.engagement.code, dossier.engagement.organisation, folder)

    def archive(self, folder: Path, *, archived: bool) -> None:
        """Put an engagement away, or take it back into use."""
        store = self.store(folder)
        try:
            set_mark(store.db, ARCHIVED, present=archived)
        finally:
            store.close()

    def to_bin(self, folder: Path) -> None:
        """Put a folder into the bin; it must not be open."""
        make_folder(self._bin)
        write_whole(folder / _REMOVED, datetime.now(UTC).isoformat().encode("ascii"))
        self._move(folder, self._bin)

    def from_bin(self, folder: Path) -> None:
        """Take a folder out of the bin."""
        make_folder(self._root)
        self._move(folder, self._root)

    def destroy(self, folder: Path) -> None:
        """Remove a folder for good: its key first, without which the rest is noise."""
        (folder / _KEY_FILE).unlink(missing_ok=True)
        flush_folder(folder)
        shutil.rmtree(folder)

    def _move(self, folder: Path, target: Path) -> None:
        folder.rename(target / folder.name)
        flush_folder(target)
        flush_folder(folder.parent)

    def _cards_in(self, parent: Path) -> tuple[EngagementCard, ...]:
        folders = sorted(parent.iterdir()) if parent.is_dir() else []
        return tuple(
            self._card(folder)
            for folder in folders
            if (folder / _FILE).is_file() and not folder.name.startswith(_STAGING)
        )

    def _card(self, folder: Path) -> EngagementCard:
        removed_at = _removed_at(folder) if folder.parent == self._bin else None
        try:
            store = self.store(folder)
        except Damaged:
            return EngagementCard(folder.name, "", folder, damaged=True, removed_at=removed_at)
        try:
            engagement = store.records.list(Engagement)[0]
            archived = ARCHIVED in marks(store.db)
        except (Damaged, IndexError):
            return EngagementCard(folder.name, "", folder, damaged=True, removed_at=removed_at)
        finally:
            store.close()
        code, organisation = engagement.code, engagement.organisation
        return EngagementCard(code, organisation, folder, archived, False, removed_at)


def _removed_at(folder: Path) -> datetime | None:
    try:
        return datetime.fromisoformat((folder / _REMOVED).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
