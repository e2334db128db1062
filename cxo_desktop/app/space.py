"""How much space is left for the workspace, and the reserve for when there is none."""

from __future__ import annotations

from dataclasses import dataclass

from cxo_desktop.app.workspace import Workspace
from cxo_desktop.store import space


@dataclass(frozen=True, slots=True)
class SpaceState:
    """The bytes left on the workspace's disk; ``low`` is the time to warn."""

    left: int
    low: bool


def space_state(workspace: Workspace) -> SpaceState:
    """Return how much space is left; the window asks at its start and every few minutes."""
    left = space.space_left(workspace.path)
    return SpaceState(left, left < space.LOW_BYTES)


def set_reserve_aside(workspace: Workspace) -> bool:
    """Set 16 MB aside that a full disk gives up; return whether they are there.

    To be called when a window starts: after a full disk it makes the reserve again.
    """
    return space.keep_ballast(workspace.path)
