"""Write a file whole or not at all, so that no crash leaves half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from cxo_desktop.domain.errors import InputRefused


def write_whole(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` by a temporary neighbour, flushed and renamed into place.

    Raises InputRefused, with the old file untouched, when the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=".cxo-", dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
        flush_folder(path.parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _unwritable(path, error) from error


def flush_folder(folder: Path) -> None:
    """Make sure that the names in a folder are on the disk."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _unwritable(path: Path, error: OSError) -> InputRefused:
    return InputRefused(
        f"{path.name} was not written.",
        f"Its folder cannot be written: {error.strerror or error}.",
        "Choose another folder, or free some space, and try again.",
    )
