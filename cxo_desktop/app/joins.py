"""What this laptop has asked to join: shown while it waits, and taken back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cxo_desktop.app.joining_folders import JoiningFolders
from cxo_desktop.app.workspace import Workspace
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.i18n import _
from cxo_desktop.sync import addresses, joining
from cxo_desktop.sync.local import LocalSpace


@dataclass(frozen=True, slots=True)
class Asked:
    """A share that this laptop asked to join: where it lies, its id, the words to read aloud."""

    place: str
    space: str
    words: str
    folder: Path


def asked(workspace: Workspace) -> tuple[Asked, ...]:
    """Return what this laptop has asked to join and has not got yet, the oldest first."""
    folders = JoiningFolders(workspace)
    found = []
    for folder in folders.all():
        store = folders.store(folder)
        try:
            local = LocalSpace(store)
            place = addresses.shown(local.state.get("place"))
            found.append(Asked(place, local.space, joining.own_words(local), folder))
        finally:
            store.close()
    return tuple(found)


def withdraw(workspace: Workspace, space: str = "") -> tuple[Asked, ...]:
    """Take back what was asked, of one space or of all; return it. Raises NotFound for nothing."""
    gone = tuple(one for one in asked(workspace) if space in {"", one.space})
    if not gone:
        raise NotFound(
            _("Nothing was taken back."),
            _("This laptop waits for no share."),
            _("“cxo share request PLACE” asks to join one."),
        )
    for one in gone:
        JoiningFolders(workspace).drop(one.folder)
    return gone


def asked_for(workspace: Workspace) -> int:
    """Return how many shares this laptop waits for, without opening anything."""
    return len(JoiningFolders(workspace).all())
