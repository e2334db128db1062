"""A share on an SFTP server: written under a hidden name, counted, then renamed."""

from __future__ import annotations

import secrets
import stat
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from cxo_desktop.sync import outages, ssh
from cxo_desktop.sync.addresses import Address
from cxo_desktop.sync.transport import AlreadyThere, Listed


class Sftp:
    """Files below a folder of a server; a path that begins with ``~/`` is below the user's own."""

    def __init__(self, address: Address, below: str) -> None:
        self._address = address
        self._client = ssh.connected(address)
        weakref.finalize(self, self._client.close)
        self._place = address.folder
        self._root = "/".join(part for part in (self._place.rstrip("/"), below) if part)
        self._made: set[str] = set()
        with self._told():
            self._sftp: Any = self._client.open_sftp()
            self._sftp.get_channel().settimeout(outages.ANSWER_SECONDS)
            if not self._is_there(self._place):
                raise outages.no_folder(address)

    def files(self, folder: str) -> list[Listed]:
        """Return the files directly in a folder, but those that are not ready."""
        return [
            Listed(one.filename, one.st_size)
            for one in self._entries(folder)
            if stat.S_ISREG(one.st_mode) and one.filename[0] != "."
        ]

    def folders(self, folder: str) -> list[str]:
        """Return the names of the folders in a folder."""
        return sorted(one.filename for one in self._entries(folder) if stat.S_ISDIR(one.st_mode))

    def get(self, name: str) -> bytes:
        """Return a whole file. Raises FileNotFoundError."""
        with self._told(), self._sftp.open(self._path(name), "rb") as stream:
            stream.prefetch()
            return bytes(stream.read())

    def put_new(self, name: str, content: bytes) -> None:
        """Write a file that is seen whole or not at all. Raises AlreadyThere."""
        path = self._path(name)
        folder, _slash, last = path.rpartition("/")
        unfinished = f"{folder}/.{last}.{secrets.token_hex(4)}.tmp"
        with self._told(writing=True):
            # Asked for first, as some servers rename over what is there.
            if self._is_there(path):
                raise AlreadyThere(name)
            self._make(folder)
            try:
                self._write(unfinished, content)
                self._rename(unfinished, path)
            except BaseException:
                with suppress(OSError, EOFError):
                    self._sftp.remove(unfinished)
                raise

    def delete(self, name: str) -> None:
        """Remove a file; one that is not there is no error."""
        with self._told(), suppress(FileNotFoundError):
            self._sftp.remove(self._path(name))

    def _write(self, path: str, content: bytes) -> None:
        """Write without waiting for each answer; the last byte waits for all of them."""
        with self._sftp.open(path, "wx") as stream:
            stream.set_pipelined(True)
            stream.write(content[:-1])
            stream.set_pipelined(False)
            stream.write(content[-1:])

    def _rename(self, unfinished: str, path: str) -> None:
        try:
            self._sftp.rename(unfinished, path)
        except OSError as error:
            if self._is_there(path):
                raise AlreadyThere(path) from error
            raise

    def _make(self, folder: str) -> None:
        if folder in self._made or folder == self._place:
            return
        if not self._is_there(folder):
            self._make(folder.rpartition("/")[0])
            try:
                self._sftp.mkdir(folder)
            except OSError:
                if not self._is_there(folder):
                    raise
        self._made.add(folder)

    def _is_there(self, path: str) -> bool:
        with suppress(FileNotFoundError):
            self._sftp.stat(path)
            return True
        return False

    def _entries(self, folder: str) -> list[Any]:
        with self._told(), suppress(FileNotFoundError):
            return list(self._sftp.listdir_attr(self._path(folder)))
        return []

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}" if name else self._root

    @contextmanager
    def _told(self, *, writing: bool = False) -> Iterator[None]:
        from paramiko import SSHException

        try:
            yield
        except FileNotFoundError as error:
            if writing:
                raise outages.no_folder(self._address) from error
            raise
        except PermissionError as error:
            raise outages.not_allowed(self._address) from error
        except (OSError, EOFError, SSHException) as error:
            if not ssh.is_alive(self._client) or isinstance(
                error, TimeoutError | EOFError | SSHException
            ):
                raise outages.no_answer(self._address) from error
            # The protocol has no word for a full disk: a write that fails is one, most often.
            if writing:
                raise outages.in_trouble(self._address, str(error)) from error
            raise outages.refused(self._address, str(error)) from error
