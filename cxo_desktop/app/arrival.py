"""A window comes to a workspace: alone, for reading only, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cxo_desktop.domain.errors import Locked
from cxo_desktop.store.files import unwritable
from cxo_desktop.store.instance_lock import Holder, InstanceLock
from cxo_desktop.store.places import refuse_network_drive, why_read_only

__all__ = ["Arrival", "Holder", "InstanceLock", "arrive"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a window stands to its workspace.

    ``read_only`` says in words why nothing can be written, or is "". ``left_behind`` is the
    window that was here last, when it ended without closing.
    """

    read_only: str = ""
    left_behind: Holder | None = None


def arrive(folder: Path, lock: InstanceLock) -> Arrival:
    """Take a workspace for one window.

    Raises InputRefused on a network drive and where nothing can be made, and Locked when another
    window has it; that one was then asked to come forward.
    """
    refuse_network_drive(folder)
    reason = why_read_only(folder)
    if reason:
        return Arrival(reason)
    left_behind = lock.holder()
    try:
        lock.acquire()
    except Locked:
        lock.ask_to_raise()
        raise
    except OSError as error:
        raise unwritable(folder, error) from error
    return Arrival(left_behind=left_behind)
