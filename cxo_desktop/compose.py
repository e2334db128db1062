"""Put the house together: from a workspace folder to the services of window, CLI and tests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cxo_desktop.app.events import Events
from cxo_desktop.app.workspace import Workspace
from cxo_desktop.domain.ids import IdFactory

APP_NAME = "cxo-desktop"


@dataclass(frozen=True, slots=True)
class Services:
    """What a front end needs: the workspace, and a way to hear of changes."""

    workspace: Workspace
    events: Events


def default_workspace() -> Path:
    """Return where a workspace lies when nobody says otherwise."""
    import platformdirs

    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def open_services(workspace: Path | None = None) -> Services:
    """Return the services over a workspace folder, which need not exist yet."""
    events = Events()
    folder = workspace or default_workspace()
    return Services(Workspace(folder, events, IdFactory()), events)
