"""Engagements that this laptop has asked for and that have not arrived yet."""

from __future__ import annotations

from pathlib import Path

from cxo_desktop.app.workspace import EngagementCard, Workspace
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.i18n import _
from cxo_desktop.store import keys
from cxo_desktop.store.engagement_store import EngagementStore
from cxo_desktop.store.files import flush_folder

_KEY_FILE = "engagement.key"


class JoiningFolders:
    """The folders beside the engagements in which those asked for take shape."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._root = workspace.path / "joining"

    def all(self) -> list[Path]:
        """Return the folders, the oldest first."""
        return sorted(self._root.iterdir()) if self._root.is_dir() else []

    def make(self) -> Path:
        """Make a folder with an empty engagement."""
        folder = self._root / IdFactory().new()
        folder.mkdir(parents=True)
        keys.create_engagement_key(folder / _KEY_FILE, self._workspace.vault.key)
        return folder

    def store(self, folder: Path) -> EngagementStore:
        """Open the engagement in a folder."""
        return self._workspace.folders.store(folder)

    def drop(self, folder: Path) -> None:
        """Remove a folder for good."""
        self._workspace.folders.destroy(folder)

    def arrive(self, folder: Path) -> EngagementCard | None:
        """Put an engagement that has arrived among the others; None while it has not.

        Raises InputRefused, with nothing moved, where another one has its code.
        """
        store = self.store(folder)
        try:
            found = store.records.list(Engagement)
        finally:
            store.close()
        if not found:
            return None
        code, organisation = found[0].code, found[0].organisation
        if any(card.code == code for card in self._workspace.folders.cards()):
            raise InputRefused(
                _("The shared engagement was not put among yours yet."),
                _("Another one here has its code, {code}.").format(code=code),
                _("Remove that one with “cxo engagement remove”, then sync again."),
            )
        target = self._workspace.path / "engagements"
        target.mkdir(exist_ok=True)
        moved = folder.rename(target / folder.name)
        flush_folder(target)
        flush_folder(self._root)
        return EngagementCard(code, organisation, moved)
