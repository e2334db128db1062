"""Do something with an engagement from another thread than the one that has it open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.events import Events
from cxo_desktop.app.workspace import Workspace

T = TypeVar("T")


def apart(workspace: Workspace, folder: Path, work: Callable[[OpenEngagement], T]) -> T:
    """Do work over a connection of its own to the engagement in a folder; nobody is told of it.

    Whoever shows the engagement tells what changed when the work is done. Raises as opening does.
    """
    engagement = OpenEngagement(workspace.folders.store(folder), Events(), workspace.today)
    try:
        return work(engagement)
    finally:
        engagement.close()
