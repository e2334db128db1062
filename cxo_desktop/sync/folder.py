"""A share that is a folder: local, mounted, moved by a file service, or on a USB stick.

A file is written under a hidden name, flushed, renamed without ever replacing another, and the
folder is flushed, so that a stick may be pulled out at any moment.
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cxo_desktop.i18n import _
from cxo_desktop.store.files import flush_folder
from cxo_desktop.sync.transport import AlreadyThere, Listed, unreachable

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV}


class Folder:
    """Files below a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def files(self, folder: str) -> list[Listed]:
        """Return the files directly in a folder; hidden ones are not ready and not told."""
        sizes = {
            entry.name: _size(entry)
            for entry in self._entries(folder)
            if entry.name[0] != "." and entry.is_file()
        }
        return [Listed(name, size) for name, size in sizes.items() if size is not None]

    def folders(self, folder: str) -> list[str]:
        """Return the names of the folders in a folder."""
        return sorted(entry.name for entry in self._entries(folder) if entry.is_dir())

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        with _told(), suppress(FileNotFoundError), os.scandir(self._root / folder) as entries:
            return list(entries)
        return []

    def get(self, name: str) -> bytes:
        """Return a whole file. Raises FileNotFoundError."""
        with _told():
            return (self._root / name).read_bytes()

    def put_new(self, name: str, content: bytes) -> None:
        """Write a file, flushed to the disk with its name. Raises AlreadyThere."""
        path = self._root / name
        with _told():
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
            try:
                with unfinished.open("xb") as stream:
                    stream.write(content)
                    stream.flush()
                    os.fsync(stream.fileno())
                _rename_new(unfinished, path)
                flush_folder(path.parent)
            finally:
                unfinished.unlink(missing_ok=True)

    def delete(self, name: str) -> None:
        """Remove a file; one that is not there is no error."""
        with _told():
            (self._root / name).unlink(missing_ok=True)


def _size(entry: os.DirEntry[str]) -> int | None:
    """Return the size of a file, or None when it went away since it was listed."""
    try:
        return entry.stat().st_size
    except FileNotFoundError:
        return None


def _rename_new(unfinished: Path, path: Path) -> None:
    """Give a file its name unless another has it; file systems without links may only look."""
    try:
        os.link(unfinished, path)
    except FileExistsError as error:
        raise AlreadyThere(path.name) from error
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if path.exists():
            raise AlreadyThere(path.name) from error
        unfinished.rename(path)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        if error.errno in _FULL:
            raise unreachable(
                _("Its disk is full: {reason}.").format(reason=error.strerror or error)
            ) from error
        raise unreachable(
            _("Its folder cannot be used: {reason}.").format(reason=error.strerror or error)
        ) from error
