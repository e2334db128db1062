"""Put the house together: from a workspace folder to the services of window, CLI and tests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cxo_desktop.app.arrival import InstanceLock
from cxo_desktop.app.events import Events
from cxo_desktop.app.settings import SettingsFile
from cxo_desktop.app.workspace import Workspace
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.store.keys import DEFAULT_COST, KdfCost

APP_NAME = "cxo-desktop"


@dataclass(frozen=True, slots=True)
class Services:
    """What a front end needs: the workspace, a way to hear of changes, and what a window adds."""

    workspace: Workspace
    events: Events
    settings: SettingsFile
    window_lock: InstanceLock


def default_workspace() -> Path:
    """Return where a workspace lies when nobody says otherwise."""
    import platformdirs

    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def default_settings() -> Path:
    """Return the file that keeps what a person chose for their window."""
    import platformdirs

    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)) / "settings.json"


def open_services(
    folder: Path | None = None,
    passphrase: str | None = None,
    cost: KdfCost = DEFAULT_COST,
    settings: Path | None = None,
) -> Services:
    """Return the services over a workspace folder, which need not exist yet.

    With a passphrase the workspace is unlocked, or made when it is new; with None it stays as
    it is until somebody unlocks it. Raises Locked or Damaged as unlocking does.
    """
    events = Events()
    folder = folder or default_workspace()
    workspace = Workspace(folder, events, IdFactory(), cost=cost)
    if passphrase is not None:
        if workspace.vault.is_new:
            workspace.vault.set_passphrase(passphrase)
        else:
            workspace.vault.unlock(passphrase)
    kept = SettingsFile(settings or default_settings())
    return Services(workspace, events, kept, InstanceLock(folder))
