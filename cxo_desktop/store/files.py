"""Write a file whole or not at all, so that no crash leaves half of one."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from cxo_desktop.domain.errors import DiskFull, InputRefused

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write_whole(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``; raises as write_pieces does."""
    write_pieces(path, [content])


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write pieces to ``path`` by a temporary neighbour, flushed and renamed into place.

    Raises InputRefused (DiskFull where that is why), with the old file untouched, when it cannot
    be written.
    """
    try:
        make_folder(path.parent)
        descriptor, name = tempfile.mkstemp(prefix=".cxo-", dir=path.parent)
    except OSError as error:
        raise unwritable(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
        flush_folder(path.parent)
    except OSError as error:
        discard(temporary)
        raise unwritable(path, error) from error


def discard(path: Path) -> None:
    """Remove what is of no use; it may stay where a failing disk does not let go of it."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, so that no cut of the power takes it away again."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    flush_folder(folder.parent)


def flush_folder(folder: Path) -> None:
    """Make sure that the names in a folder are on the disk."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def unwritable(path: Path, error: OSError) -> InputRefused:
    """Return the error for a file that cannot be written: DiskFull when that is why."""
    if error.errno in FULL:
        return DiskFull(
            f"{path.name} was not written.",
            f"The disk is full: {error.strerror or error}.",
            "Free some space, or choose another disk, and try again.",
        )
    return InputRefused(
        f"{path.name} was not written.",
        f"Its folder cannot be written: {error.strerror or error}.",
        "Choose another folder, and try again.",
    )
