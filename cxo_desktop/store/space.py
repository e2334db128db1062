"""Space on the disk: how much is left, and a reserve for the moment when there is none."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from cxo_desktop.store.files import FULL, discard

BALLAST_BYTES = 16 * 1024 * 1024
LOW_BYTES = 200 * 1024 * 1024
_NAME = "ballast"
_LEVELS = 3
_TRIED_BYTES = 64 * 1024


def space_left(folder: Path) -> int:
    """Return the bytes that can still be written to the disk of a folder, made yet or not."""
    places = (folder.absolute(), *folder.absolute().parents)
    return shutil.disk_usage(next(place for place in places if place.exists())).free


def takes_no_more(folder: Path) -> bool:
    """Tell, by trying, whether nothing can be added to a folder: the disk is full, or a quota is.

    SQLite calls only the first by its name, and no number of the disk shows a quota.
    """
    try:
        with tempfile.TemporaryFile(dir=folder) as stream:
            stream.write(bytes(_TRIED_BYTES))
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        return error.errno in FULL
    return False


def keep_ballast(folder: Path) -> bool:
    """Set 16 MB aside in a folder, if the disk has plenty; return whether they are there.

    They are random, as some disks store zeros in no space at all.
    """
    ballast = folder / _NAME
    if ballast.is_file() and ballast.stat().st_size >= BALLAST_BYTES:
        return True
    if space_left(folder) < LOW_BYTES + BALLAST_BYTES:
        return False
    try:
        with ballast.open("wb") as stream:
            stream.write(os.urandom(BALLAST_BYTES))
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        discard(ballast)
        return False
    return True


def release_ballast(path: Path) -> bool:
    """Give up the reserve in one of the folders above a file; return whether there was one."""
    for folder in list(path.absolute().parents)[:_LEVELS]:
        ballast = folder / _NAME
        if ballast.is_file():
            discard(ballast)
            return not ballast.exists()
    return False
