"""One window a workspace: whoever comes second learns who is first, or asks it to come forward.

The lock is the operating system's on a file of its own, so it ends with its process, however
that ends; the file only says in addition who holds it.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from cxo_desktop.domain.errors import Locked
from cxo_desktop.i18n import _

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FILE = "window.lock"
_RAISE = "window.raise"
_LOCKED_BYTE = 1 << 30


@dataclass(frozen=True, slots=True)
class Holder:
    """Which process shows the workspace: on which laptop, its number, since when (ISO, UTC)."""

    host: str
    pid: int
    since: str


class InstanceLock:
    """The lock of a window on its workspace; to be kept until the window closes."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / _FILE
        self._raise = folder / _RAISE
        self._stream: IO[bytes] | None = None

    def acquire(self) -> None:
        """Take the lock. Raises Locked, naming the holder, when another process has it."""
        if self._stream is not None:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        stream = self._file.open("r+b" if self._file.exists() else "w+b")
        if not _take(stream):
            stream.close()
            raise _held(self.holder())
        self._stream = stream
        self._raise.unlink(missing_ok=True)
        since = datetime.now(UTC).isoformat(timespec="seconds")
        holder = Holder(platform.node(), os.getpid(), since)
        stream.truncate(0)
        stream.write(json.dumps(asdict(holder)).encode())
        stream.flush()

    def release(self) -> None:
        """Give the lock back."""
        if self._stream is not None:
            self._stream.truncate(0)
            self._stream.close()
            self._stream = None

    def holder(self) -> Holder | None:
        """Return who wrote themselves into the file last, or None when nobody did."""
        try:
            return Holder(**json.loads(self._file.read_bytes()))
        except (OSError, ValueError, TypeError):
            return None

    def ask_to_raise(self) -> None:
        """Ask the window that holds the lock to come forward."""
        self._raise.touch()

    def asked_to_raise(self) -> bool:
        """Tell whether somebody asked since the last call; the window looks now and then."""
        try:
            self._raise.unlink()
        except FileNotFoundError:
            return False
        return True


def is_held(folder: Path) -> bool:
    """Tell whether some process holds the lock on a workspace at this moment."""
    try:
        stream = (folder / _FILE).open("r+b")
    except FileNotFoundError:
        return False
    with stream:
        return not _take(stream)


def _take(stream: IO[bytes]) -> bool:
    with suppress(OSError):
        if sys.platform == "win32":
            stream.seek(_LOCKED_BYTE)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
            stream.seek(0)
        else:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def _held(holder: Holder | None) -> Locked:
    if holder is None:
        why = _("Another window shows it.")
    else:
        why = _("A window on {host} shows it since {since} (process {pid}).").format(
            host=holder.host, since=holder.since, pid=holder.pid
        )
    return Locked(
        _("The workspace is open already."), why, _("Use that window, or close it first.")
    )
